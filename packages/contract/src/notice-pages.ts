import * as z from 'zod'
import { route } from './route.ts'

const page = {
  part: 'calls',
  worker: 'district',
  method: 'GET',
  may: 'public',
  produces: 'html',
  out: null,
  status: 200,
  refusals: ['not-found'],
} as const

/** What the public sees of notices: pages that need no script, and their feed. */
export const noticePageRoutes = {
  showNotices: route({
    ...page,
    id: 'showNotices',
    path: '/notices/:district',
    summary: '一个教育局的公示列表（公开页面）',
    query: z.strictObject({ after: z.string().max(120).optional(), receipt: z.string().max(60).optional() }),
  }),
  showNoticeFeed: route({
    ...page,
    id: 'showNoticeFeed',
    path: '/notices/:district/feed.atom',
    summary: '公示的 Atom 订阅',
    produces: 'bytes',
  }),
  showObjectionForm: route({
    ...page,
    id: 'showObjectionForm',
    path: '/notices/:district/:id/objection',
    summary: '提出异议（公开页面）',
  }),
  sendObjectionForm: route({
    ...page,
    id: 'sendObjectionForm',
    method: 'POST',
    path: '/notices/:district/:id/objection',
    summary: '提出异议（网页表单，可附证据）',
    media: 'multipart',
    body: z.unknown(),
    status: 303,
    refusals: ['not-found', 'too-many-requests'],
  }),
  showObjectionAnswer: route({
    ...page,
    id: 'showObjectionAnswer',
    path: '/notices/:district/objections/:receipt',
    summary: '凭回执查询异议的答复（公开页面）',
  }),
  showNotice: route({
    ...page,
    id: 'showNotice',
    path: '/notices/:district/:id',
    summary: '公示的公开页面',
  }),
}
