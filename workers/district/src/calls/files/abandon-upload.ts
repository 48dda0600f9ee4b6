import { commit } from '@shixun/db/commit'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ObjectStore } from '@shixun/tenant/object-store'
import type { DistrictScene } from '../../store.ts'
import { forgetUpload, isGone, loadUpload } from './load-upload.ts'
import type { UploadRow } from './upload-card.ts'

/** What an upload has stored goes: its parts, or the object that they were put together to. */
export async function discardUpload(
  objects: ObjectStore,
  { objectKey, multipartId }: Pick<UploadRow, 'objectKey' | 'multipartId'>,
): Promise<void> {
  await objects
    .resumeMultipartUpload(objectKey, multipartId)
    .abort()
    .catch((error: unknown) => {
      if (!isGone(error)) throw error
    })
  await objects.delete(objectKey)
}

/** 放弃未传完的附件。 */
export async function abandonUpload(
  scene: DistrictScene,
  { params }: { params: { id: string; uploadId: string } },
): Promise<Verdict> {
  const loaded = await loadUpload(scene, params)
  if (!loaded) return refuse({ code: 'not-found' })
  // an upload has one version: it is there or it is not
  if (scene.seen !== null && scene.seen !== 1) return refuse({ code: 'version-stale' })
  const { upload } = loaded
  await discardUpload(scene.store.objects, upload)
  const event = { entity: upload.id, version: 2, verb: 'abandon-upload', before: { name: upload.name } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    forgetUpload(upload.id),
    storedAnswer(204, null),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: null })
}
