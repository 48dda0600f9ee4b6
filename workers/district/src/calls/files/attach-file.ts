import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { judgedFile, postedFile } from '@shixun/tenant/posted-file'
import type { DistrictScene } from '../../store.ts'
import { loadApplication } from '../applications/load-application.ts'
import { ATTACHMENT_BYTES, TOO_LARGE } from './attachment-limits.ts'
import { nameAttachment, refusesFiles } from './stored-attachment.ts'

/** 上传附件，一次传完：the type is read from the bytes, the object is stored first, and only then named by the row. */
export async function attachFile(
  scene: DistrictScene,
  { params, raw }: { params: { id: string }; raw: Request },
): Promise<Verdict> {
  const posted = await postedFile(raw, ATTACHMENT_BYTES, TOO_LARGE)
  if (!posted.ok) return posted
  const loaded = await loadApplication(scene, params.id, 'application.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const refused = refusesFiles(loaded)
  if (refused) return refuse(refused)
  const judged = await judgedFile(posted.value)
  if (!judged.ok) return judged
  const id = scene.newId('att')
  const { bytes } = judged.value
  const card = { id, ...judged.value.card }
  const objectKey = `${scene.store.tenant.district.id}/${params.id}/${id}`
  await scene.store.objects.put(objectKey, bytes.buffer, { httpMetadata: { contentType: card.mediaType } })
  const verdict = await nameAttachment(scene, loaded, { card, objectKey })
  // nothing names the object then: it must not lie about
  if (!verdict.ok) scene.later(scene.store.objects.delete(objectKey))
  return verdict
}
