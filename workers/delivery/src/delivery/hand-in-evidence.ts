import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { files } from '@shixun/db/tenant/schema/files'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import { judgedFile, postedFile } from '@shixun/tenant/posted-file'
import type { DeliveryScene } from '../store.ts'
import { waitingOwner } from './take-evidence.ts'

const LIMIT_BYTES = 20_971_520
const TOO_LARGE = { code: 'body-too-large', facts: { limit: '20 MB' } } as const

/** 上传学时证明：the object is stored first and only then named by its row; a claim or an entry takes it over by its id. */
export async function handInEvidence(scene: DeliveryScene, { raw }: { raw: Request }): Promise<Verdict> {
  const posted = await postedFile(raw, LIMIT_BYTES, TOO_LARGE)
  if (!posted.ok) return posted
  const judged = await judgedFile(posted.value)
  if (!judged.ok) return judged
  const { bytes, card } = judged.value
  const id = scene.newId('fil')
  const objectKey = `${scene.store.tenant.district.id}/hours/${id}`
  await scene.store.objects.put(objectKey, bytes.buffer, { httpMetadata: { contentType: card.mediaType } })
  const answer = { fileId: id, name: card.name, sha256: card.sha256 }
  const event = { entity: id, version: 1, verb: 'attach', after: { sha256: card.sha256, size: card.size } }
  const row = { ...card, id, owner: waitingOwner(scene), objectKey, createdAt: scene.now }
  const { tenant } = scene.store
  const refusal = await commit(tenant, scene.hand, [event], [insert(files, row)], storedAnswer(201, answer))
  if (!refusal) return ok({ body: answer })
  // nothing names the object then: it must not lie about
  scene.later(scene.store.objects.delete(objectKey))
  return refuse(refusedWrite(refusal))
}
