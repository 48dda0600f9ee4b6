import { commit } from '@shixun/db/commit'
import { sha256 } from '@shixun/db/sha256'
import { insert, updateSeen } from '@shixun/db/statement'
import { applications, attachments as attachmentTable } from '@shixun/db/tenant/schema/calls'
import { APPLICATION } from '@shixun/domain/calls/application'
import { sniffMediaType } from '@shixun/domain/calls/media-type'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '../move.ts'
import type { DistrictScene } from '../store.ts'
import { loadApplication } from './load-application.ts'

const LIMIT_BYTES = 52_428_800
const FILES = 20

/** 上传附件：the type is read from the bytes, the object is stored first, and only then named by the row. */
export async function attachFile(
  scene: DistrictScene,
  { params, raw }: { params: { id: string }; raw: Request },
): Promise<Verdict> {
  if (Number(raw.headers.get('content-length') ?? 0) > LIMIT_BYTES + 4096)
    return refuse({ code: 'body-too-large', facts: { limit: '50 MB' } })
  const file = await raw
    .formData()
    .then((form) => form.get('file'))
    .catch(() => null)
  if (file === null || typeof file === 'string')
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/file', problem: 'required' }] })
  if (file.size > LIMIT_BYTES) return refuse({ code: 'body-too-large', facts: { limit: '50 MB' } })
  const loaded = await loadApplication(scene, params.id, 'application.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, attachments } = loaded
  if (row.state !== 'draft' && row.state !== 'returned')
    return refuse({ code: 'state-refuses', facts: { state: APPLICATION.states[row.state] } })
  if (attachments.length >= FILES)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/file', problem: 'too_many_rows', limit: FILES }] })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mediaType = sniffMediaType(bytes, file.name)
  if (mediaType === null) return refuse({ code: 'unsupported-media-type', facts: { expected: 'multipart/form-data' } })
  const id = scene.newId('att')
  const card = { id, name: file.name.slice(0, 200), mediaType, size: bytes.byteLength, sha256: await sha256(bytes) }
  const objectKey = `${scene.store.tenant.district.id}/${row.id}/${id}`
  await scene.store.objects.put(objectKey, bytes.buffer, { httpMetadata: { contentType: mediaType } })
  const event = {
    entity: row.id,
    version: row.version + 1,
    verb: 'attach',
    after: { attachment: id, sha256: card.sha256 },
  }
  const statements = [
    updateSeen(applications, row, { updatedAt: scene.now }),
    insert(attachmentTable, { ...card, applicationId: row.id, objectKey, createdAt: scene.now }),
  ]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, card))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: card })
}
