import { POST_KINDS, type PostKind } from '@shixun/domain/delivery/cohort-post'
import * as z from 'zod'
import { route } from './route.ts'
import { Id, Instant, item, Line, pageOf, paging } from './shapes.ts'
import { deliverySheets as SHEETS } from './sheets/delivery.ts'

const Kind = z.enum(Object.keys(POST_KINDS) as [PostKind, ...PostKind[]])
const Post = z.strictObject({
  ...item,
  cohortId: Id,
  kind: Kind,
  title: z.string(),
  body: z.string(),
  file: z.strictObject({ name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() }).nullable(),
  author: z.string(),
  /** How many teachers an announcement went to, and how many have read it. */
  sent: z.int(),
  seen: z.int(),
  createdAt: Instant,
})

const base = { part: 'delivery', worker: 'delivery' } as const
const C = '/api/districts/:district/cohorts/:id'

/** What a cohort publishes: announcements, bulletins, photos, summaries. */
export const postRoutes = {
  listCohortPosts: route({
    ...base,
    id: 'listCohortPosts',
    method: 'GET',
    path: `${C}/posts`,
    may: 'cohort.read',
    summary: '班次的通知、简报、照片和小结',
    query: z.strictObject(paging),
    out: pageOf(Post),
    sheet: SHEETS.posts,
    status: 200,
    refusals: ['not-found'],
  }),
  createCohortPost: route({
    ...base,
    id: 'createCohortPost',
    method: 'POST',
    path: `${C}/posts`,
    may: 'cohort.write',
    summary: '发布通知、简报或小结；通知进入每位学员的待办',
    body: z.strictObject({
      kind: z.enum(['announcement', 'bulletin', 'summary']),
      title: Line(100),
      body: z.string().trim().min(1).max(20_000),
    }),
    out: Post,
    status: 201,
    refusals: ['not-found', 'state-refuses', 'invalid-input'],
  }),
  addCohortFile: route({
    ...base,
    id: 'addCohortFile',
    method: 'POST',
    path: `${C}/files`,
    may: 'cohort.write',
    summary: '上传照片，或作为简报、小结的文件',
    query: z.strictObject({ kind: z.enum(['photo', 'bulletin', 'summary']).default('photo'), title: Line(100) }),
    media: 'multipart',
    out: Post,
    status: 201,
    refusals: ['not-found', 'state-refuses', 'file-type-refused', 'body-too-large', 'invalid-input'],
  }),
  readCohortFile: route({
    ...base,
    id: 'readCohortFile',
    method: 'GET',
    path: `${C}/posts/:post/file`,
    may: 'cohort.read',
    summary: '下载班次的照片或文件',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
  removeCohortPost: route({
    ...base,
    id: 'removeCohortPost',
    method: 'DELETE',
    path: `${C}/posts/:post`,
    may: 'cohort.write',
    summary: '撤下一条动态',
    out: null,
    status: 204,
    refusals: ['not-found', 'version-stale'],
    ifMatch: 'optional',
  }),
  markPostSeen: route({
    ...base,
    id: 'markPostSeen',
    method: 'POST',
    path: `${C}/posts/:post/seen`,
    may: 'my_training.read',
    summary: '学员：通知已读',
    out: null,
    status: 204,
    refusals: ['not-found'],
  }),
}
