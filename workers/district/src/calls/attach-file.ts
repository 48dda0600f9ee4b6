import { sha256 } from '@shixun/db/sha256'
import { judgeFile, kindOfBytes } from '@shixun/domain/calls/media-type'
import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { ATTACHMENT_BYTES, TOO_LARGE } from './attachment-limits.ts'
import { loadApplication } from './load-application.ts'
import { nameAttachment, refusesFiles } from './stored-attachment.ts'

/** 上传附件，一次传完：the type is read from the bytes, the object is stored first, and only then named by the row. */
export async function attachFile(
  scene: DistrictScene,
  { params, raw }: { params: { id: string }; raw: Request },
): Promise<Verdict> {
  if (Number(raw.headers.get('content-length') ?? 0) > ATTACHMENT_BYTES + 4096) return refuse(TOO_LARGE)
  const file = await raw
    .formData()
    .then((form) => form.get('file'))
    .catch(() => null)
  if (file === null || typeof file === 'string')
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/file', problem: 'required' }] })
  if (file.size > ATTACHMENT_BYTES) return refuse(TOO_LARGE)
  const loaded = await loadApplication(scene, params.id, 'application.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const refused = refusesFiles(loaded)
  if (refused) return refuse(refused)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = file.name.slice(0, 200)
  const judged = judgeFile(name, kindOfBytes(bytes))
  if (!judged.ok) return refuse({ code: 'file-type-refused', facts: { reason: judged.refusal } })
  const id = scene.newId('att')
  const card = { id, name, mediaType: judged.value, size: bytes.byteLength, sha256: await sha256(bytes) }
  const objectKey = `${scene.store.tenant.district.id}/${params.id}/${id}`
  await scene.store.objects.put(objectKey, bytes.buffer, { httpMetadata: { contentType: judged.value } })
  const verdict = await nameAttachment(scene, loaded, { card, objectKey })
  // nothing names the object then: it must not lie about
  if (!verdict.ok) scene.later(scene.store.objects.delete(objectKey))
  return verdict
}
