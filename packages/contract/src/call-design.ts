import * as z from 'zod'
import { Call, Extension } from './call-shapes.ts'
import { File, FormField } from './form-shapes.ts'
import { route } from './route.ts'
import { History, Instant, Line } from './shapes.ts'

const base = { part: 'calls', worker: 'district' } as const
const D = '/api/districts/:district'

/** What belongs to a call besides itself: extensions, copies, versions of its form, its history, its files. */
export const callDesignRoutes = {
  listExtensions: route({
    ...base,
    id: 'listExtensions',
    method: 'GET',
    path: `${D}/calls/:id/extensions`,
    may: 'call.write',
    summary: '一个批次的延期',
    out: z.strictObject({ items: z.array(Extension), next: z.null() }),
    status: 200,
    refusals: ['not-found'],
  }),
  copyCall: route({
    ...base,
    id: 'copyCall',
    method: 'POST',
    path: `${D}/calls/:id/copies`,
    may: 'call.write',
    summary: '复制往年批次为新的草稿',
    body: z.strictObject({ year: z.int().min(2000).max(2100), title: Line(100), opensAt: Instant, closesAt: Instant }),
    out: Call,
    status: 201,
    refusals: ['not-found', 'invalid-input'],
  }),
  listCallForms: route({
    ...base,
    id: 'listCallForms',
    method: 'GET',
    path: `${D}/calls/:id/forms`,
    may: 'call.read',
    summary: '申报表的各个版本',
    out: z.strictObject({
      items: z.array(
        z.strictObject({
          no: z.int(),
          form: z.array(FormField),
          createdAt: Instant,
          /** Why the form was changed once schools had read it. */
          note: z.string().nullable(),
          /** Keys of fields against the version before; null for the first. */
          changes: z
            .strictObject({
              added: z.array(z.string()),
              changed: z.array(z.string()),
              removed: z.array(z.string()),
            })
            .nullable(),
        }),
      ),
      next: z.null(),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  readCallHistory: route({
    ...base,
    id: 'readCallHistory',
    method: 'GET',
    path: `${D}/calls/:id/history`,
    may: 'call.read',
    summary: '申报批次的流转与更正记录',
    out: History,
    status: 200,
    refusals: ['not-found'],
  }),
  attachCallFile: route({
    ...base,
    id: 'attachCallFile',
    method: 'POST',
    path: `${D}/calls/:id/files`,
    may: 'call.write',
    summary: '上传批次的附件',
    media: 'multipart',
    body: z.unknown(),
    out: File,
    status: 201,
    refusals: ['not-found', 'body-too-large', 'file-type-refused', 'invalid-input', 'version-stale'],
  }),
  readCallFile: route({
    ...base,
    id: 'readCallFile',
    method: 'GET',
    path: `${D}/calls/:id/files/:fileId`,
    may: 'call.read',
    summary: '下载批次的附件',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
  removeCallFile: route({
    ...base,
    id: 'removeCallFile',
    method: 'DELETE',
    path: `${D}/calls/:id/files/:fileId`,
    may: 'call.write',
    summary: '移除批次的附件',
    out: null,
    status: 204,
    refusals: ['not-found', 'version-stale'],
    ifMatch: 'optional',
  }),
}
