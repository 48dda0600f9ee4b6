import { commit } from '@shixun/db/commit'
import { insert, updateSeen } from '@shixun/db/statement'
import { callById } from '@shixun/db/tenant/calls'
import { filesOf } from '@shixun/db/tenant/files'
import { calls } from '@shixun/db/tenant/schema/calls'
import { files as fileTable } from '@shixun/db/tenant/schema/files'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import { judgedFile, postedFile } from '@shixun/tenant/posted-file'
import type { DistrictScene } from '../../store.ts'
import { fileCard } from './call-card.ts'

const LIMIT_BYTES = 20_971_520
const FILES = 10
const TOO_LARGE = { code: 'body-too-large', facts: { limit: '20 MB' } } as const

/** 上传批次的附件：notices and templates that every unit downloads. The object is stored first, and only then named by the row. */
export async function attachCallFile(
  scene: DistrictScene,
  { params, raw }: { params: { id: string }; raw: Request },
): Promise<Verdict> {
  const posted = await postedFile(raw, LIMIT_BYTES, TOO_LARGE)
  if (!posted.ok) return posted
  const [[row], files] = await scene.store.tenant.read(callById({ id: params.id }), filesOf({ owner: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  if (files.length >= FILES)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/file', problem: 'too_many_rows', limit: FILES }] })
  const judged = await judgedFile(posted.value)
  if (!judged.ok) return judged
  const id = scene.newId('fil')
  const objectKey = `${scene.store.tenant.district.id}/${row.id}/${id}`
  const { bytes } = judged.value
  const card = { id, ...judged.value.card }
  await scene.store.objects.put(objectKey, bytes.buffer, { httpMetadata: { contentType: card.mediaType } })
  const event = { entity: row.id, version: row.version + 1, verb: 'attach', after: { file: id, sha256: card.sha256 } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(calls, row, {}), insert(fileTable, { ...card, owner: row.id, objectKey, createdAt: scene.now })],
    storedAnswer(201, fileCard(card)),
  )
  if (!refusal) return ok({ body: fileCard(card) })
  // nothing names the object then: it must not lie about
  scene.later(scene.store.objects.delete(objectKey))
  return refuse(refusedWrite(refusal))
}
