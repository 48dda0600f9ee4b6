import { statement } from '@shixun/db/statement'
import { ownerOfUpload, partsOf, uploadById } from '@shixun/db/tenant/drafts'
import { unitLimit } from '@shixun/domain/identity/permission'
import type { DistrictScene } from '../../store.ts'
import { applicationOf, applicationReads } from '../applications/load-application.ts'

/** An unfinished upload of one's own draft with its stored parts, in one trip; null when there is none. */
export async function loadUpload(scene: DistrictScene, params: { id: string; uploadId: string }) {
  const [[owner], [upload], parts] = await scene.store.tenant.read(
    ownerOfUpload({ id: params.id }),
    uploadById({ id: params.id, upload: params.uploadId }),
    partsOf({ upload: params.uploadId }),
  )
  if (!owner || !upload || owner.unitId !== unitLimit(scene.visitor, 'application.write')) return null
  return { owner, upload, parts }
}

/** The same with the whole application that it is for. */
export async function loadUploadAndApplication(scene: DistrictScene, params: { id: string; uploadId: string }) {
  const [row, attachments, counters, saved, settings, [upload], parts] = await scene.store.tenant.read(
    ...applicationReads(params.id),
    uploadById({ id: params.id, upload: params.uploadId }),
    partsOf({ upload: params.uploadId }),
  )
  const loaded = applicationOf(scene, 'application.write', [row, attachments, counters, saved, settings])
  return loaded && upload ? { loaded, upload, parts } : null
}

/** The statements by which an upload's rows go, when it is completed, refused or given up. */
export function forgetUpload(id: string) {
  return [
    statement('DELETE FROM upload_parts WHERE upload_id = ?', id),
    statement('DELETE FROM uploads WHERE id = ?', id),
  ]
}

/** R2's numbers of the two answers that tell of the upload and not of a passing trouble (error codes of R2). */
export function isGone(error: unknown): boolean {
  return /\(10024\)|does not exist/.test(String(error))
}
export function hasWrongParts(error: unknown): boolean {
  return /\(10025\)|\(10048\)|could not be found/.test(String(error))
}
