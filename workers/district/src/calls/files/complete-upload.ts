import { commit } from '@shixun/db/commit'
import { statement } from '@shixun/db/statement'
import { judgeFile } from '@shixun/domain/calls/files/media-type'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { partsOfSize } from './attachment-limits.ts'
import { hashOfObject, kindOfObject } from './inspect-object.ts'
import { forgetUpload, hasWrongParts, isGone, loadUploadAndApplication } from './load-upload.ts'
import { nameAttachment, refusesFiles } from './stored-attachment.ts'
import type { PartRow, UploadRow } from './upload-card.ts'

/** Puts the parts together; an object that stands already is one whose first completion was not heard of. */
async function assembled(scene: DistrictScene, upload: UploadRow, parts: readonly PartRow[]): Promise<Refusal | null> {
  const { tenant, objects } = scene.store
  const named = parts.map(({ no, etag }) => ({ partNumber: no, etag }))
  try {
    await objects.resumeMultipartUpload(upload.objectKey, upload.multipartId).complete(named)
    return null
  } catch (error) {
    if (hasWrongParts(error)) {
      await tenant.write([statement('DELETE FROM upload_parts WHERE upload_id = ?', upload.id)])
      return { code: 'upload-incomplete', facts: { missing: parts.length } }
    }
    if (!isGone(error)) throw error
  }
  if ((await objects.head(upload.objectKey))?.size === upload.size) return null
  const event = { entity: upload.id, version: 2, verb: 'expire-upload' }
  await commit(tenant, scene.hand, [event], forgetUpload(upload.id), null)
  return { code: 'not-found' }
}

/**
 * 完成分段上传：what the file is in fact is read from its bytes, and only then is it named by a row. One that lies about its
 * type is deleted. Whatever fails on the way, the same request again goes on from there.
 */
export async function completeUpload(
  scene: DistrictScene,
  { params }: { params: { id: string; uploadId: string } },
): Promise<Verdict> {
  const found = await loadUploadAndApplication(scene, params)
  if (!found) return refuse({ code: 'not-found' })
  const { loaded, upload, parts } = found
  const refused = refusesFiles(loaded)
  if (refused) return refuse(refused)
  const missing = partsOfSize(upload.size) - parts.length
  if (missing > 0) return refuse({ code: 'upload-incomplete', facts: { missing } })
  const apart = await assembled(scene, upload, parts)
  if (apart) return refuse(apart)
  const { tenant, objects } = scene.store
  const { objectKey, name, size } = upload
  const judged = judgeFile(name, await kindOfObject(objects, objectKey, size))
  if (!judged.ok) {
    await objects.delete(objectKey)
    const event = { entity: upload.id, version: 2, verb: 'refuse-upload', after: { reason: judged.refusal } }
    await commit(tenant, scene.hand, [event], forgetUpload(upload.id), null)
    return refuse({ code: 'file-type-refused', facts: { reason: judged.refusal } })
  }
  const sha256 = await hashOfObject(objects, objectKey)
  const card = { id: scene.newId('att'), name, mediaType: judged.value, size, sha256 }
  return nameAttachment(scene, loaded, { card, objectKey, statements: forgetUpload(upload.id) })
}
