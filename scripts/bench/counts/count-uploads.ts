import { ROUTES } from '@shixun/contract/routes'
import type { Tale } from './tale.ts'

const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF')
const FILE = { size: PDF.length, fingerprint: '0'.repeat(64) }

/** A school uploads in parts, looks at the file, removes it, and gives another upload up: the draft is then as before, two versions on. */
export async function countUploads({ measure, prepare }: Tale, school: string, id: string): Promise<void> {
  const mine = { as: school, params: { id } }
  const begun = await measure(ROUTES.beginUpload, { ...mine, body: { ...FILE, name: '方案.pdf' } })
  const uploadId = begun.body.id
  await measure(ROUTES.putUploadPart, { as: school, params: { id, uploadId, no: '1' }, body: new Blob([PDF]) })
  await measure(ROUTES.listUploads, mine)
  const made = await measure(ROUTES.completeUpload, { as: school, params: { id, uploadId }, body: {} })
  const file = { as: school, params: { id, attachmentId: made.body.id } }
  await measure(ROUTES.previewAttachment, file)
  await measure(ROUTES.removeAttachment, file)
  const other = await prepare(ROUTES.beginUpload, { ...mine, body: { ...FILE, name: '另一份.pdf' } })
  await measure(ROUTES.abandonUpload, { as: school, params: { id, uploadId: other.body.id } })
}
