import * as z from 'zod'
import { File } from './form-shapes.ts'
import { route } from './route.ts'
import { Id, Instant, Line } from './shapes.ts'

const Upload = z.strictObject({
  id: Id,
  name: z.string(),
  size: z.int(),
  partSize: z.int(),
  parts: z.int(),
  /** Numbers of the parts that are stored: those are not sent again. */
  received: z.array(z.int()),
  createdAt: Instant,
})

const base = { part: 'calls', worker: 'district', may: 'application.write' } as const
const A = '/api/districts/:district/applications/:id'

/** Attachments of a draft: resumable uploads, removal, preview. */
export const draftRoutes = {
  beginUpload: route({
    ...base,
    id: 'beginUpload',
    method: 'POST',
    path: `${A}/uploads`,
    summary: '开始分段上传附件；同一文件未传完时返回原来的上传',
    body: z.strictObject({
      name: Line(200),
      size: z.int().min(1),
      /** What tells the file again after a reload: a hash of its first bytes. */
      fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    out: Upload,
    status: 201,
    refusals: ['not-found', 'state-refuses', 'body-too-large', 'file-type-refused', 'invalid-input'],
  }),
  listUploads: route({
    ...base,
    id: 'listUploads',
    method: 'GET',
    path: `${A}/uploads`,
    summary: '未传完的附件',
    out: z.strictObject({ items: z.array(Upload), next: z.null() }),
    status: 200,
    refusals: ['not-found'],
  }),
  putUploadPart: route({
    ...base,
    id: 'putUploadPart',
    method: 'PUT',
    path: `${A}/uploads/:uploadId/parts/:no`,
    summary: '上传一个分段',
    media: 'bytes',
    body: z.unknown(),
    out: z.strictObject({ no: z.int(), size: z.int() }),
    status: 200,
    refusals: ['not-found', 'invalid-input'],
  }),
  completeUpload: route({
    ...base,
    id: 'completeUpload',
    method: 'POST',
    path: `${A}/uploads/:uploadId/completion`,
    summary: '完成分段上传，核对内容类型',
    body: z.strictObject({}),
    out: File,
    status: 201,
    refusals: [
      'not-found',
      'state-refuses',
      'upload-incomplete',
      'file-type-refused',
      'invalid-input',
      'version-stale',
    ],
  }),
  abandonUpload: route({
    ...base,
    id: 'abandonUpload',
    method: 'DELETE',
    path: `${A}/uploads/:uploadId`,
    summary: '放弃未传完的附件',
    out: null,
    status: 204,
    refusals: ['not-found', 'version-stale'],
    ifMatch: 'optional',
  }),
  removeAttachment: route({
    ...base,
    id: 'removeAttachment',
    method: 'DELETE',
    path: `${A}/attachments/:attachmentId`,
    summary: '移除附件；已提交的版本仍保留',
    out: null,
    status: 204,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
  previewAttachment: route({
    ...base,
    may: 'application.read',
    id: 'previewAttachment',
    method: 'GET',
    path: `${A}/attachments/:attachmentId/preview`,
    summary: '在页面内预览 PDF 和图片',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found', 'unsupported-media-type'],
  }),
}
