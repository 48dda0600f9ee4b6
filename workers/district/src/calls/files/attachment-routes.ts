import { applicationRoutes } from '@shixun/contract/applications'
import { draftRoutes as ROUTES } from '@shixun/contract/drafts'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../../store.ts'
import { abandonUpload } from './abandon-upload.ts'
import { attachFile } from './attach-file.ts'
import { beginUpload } from './begin-upload.ts'
import { completeUpload } from './complete-upload.ts'
import { putUploadPart } from './put-upload-part.ts'
import { previewAttachment, readAttachment } from './read-attachment.ts'
import { listUploads } from './read-uploads.ts'
import { removeAttachment } from './remove-attachment.ts'

export const attachmentRoutes: readonly Bound<Store>[] = [
  bind(applicationRoutes.attachFile, attachFile),
  bind(applicationRoutes.readAttachment, readAttachment),
  bind(ROUTES.beginUpload, beginUpload),
  bind(ROUTES.listUploads, listUploads),
  bind(ROUTES.putUploadPart, putUploadPart),
  bind(ROUTES.completeUpload, completeUpload),
  bind(ROUTES.abandonUpload, abandonUpload),
  bind(ROUTES.removeAttachment, removeAttachment),
  bind(ROUTES.previewAttachment, previewAttachment),
]
