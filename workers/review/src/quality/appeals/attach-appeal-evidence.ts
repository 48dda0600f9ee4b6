import { commit } from '@shixun/db/commit'
import { insert, updateSeen } from '@shixun/db/statement'
import { appeals } from '@shixun/db/tenant/schema/appeals'
import { files } from '@shixun/db/tenant/schema/files'
import { APPEAL } from '@shixun/domain/quality/appeals/appeal'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import { judgedFile, postedFile } from '@shixun/tenant/posted-file'
import type { ReviewScene } from '../../store.ts'
import { appealView } from './appeal-card.ts'
import { loadAppeal } from './load-appeal.ts'

const LIMIT_BYTES = 20_971_520
const TOO_LARGE = { code: 'body-too-large', facts: { limit: '20 MB' } } as const
const MOST_FILES = 20

/** 上传证据：the unit while its appeal is open, the office until it is settled. The object is stored first and only then named. */
export async function attachAppealEvidence(
  scene: ReviewScene,
  { params, raw }: { params: { id: string }; raw: Request },
): Promise<Verdict> {
  const found = await loadAppeal(scene, params.id, 'appeal_evidence.write')
  if (!found) return refuse({ code: 'not-found' })
  const { row } = found
  const may = appealView(scene, row, found.files).actions.includes('attach')
  if (!may) return refuse({ code: 'state-refuses', facts: { state: APPEAL.states[row.state] } })
  if (found.files.length >= MOST_FILES)
    return refuse({
      code: 'invalid-input',
      fields: [{ pointer: '/file', problem: 'evidence_count', limit: MOST_FILES }],
    })
  const posted = await postedFile(raw, LIMIT_BYTES, TOO_LARGE)
  if (!posted.ok) return posted
  const judged = await judgedFile(posted.value)
  if (!judged.ok) return judged
  const { bytes, card } = judged.value
  const id = scene.newId('fil')
  const objectKey = `${scene.store.tenant.district.id}/appeals/${row.id}/${id}`
  await scene.store.objects.put(objectKey, bytes.buffer, { httpMetadata: { contentType: card.mediaType } })
  const file = { ...card, id, owner: row.id, objectKey, createdAt: scene.now }
  const version = row.version + 1
  const answer = appealView(scene, { ...row, version }, [...found.files, file])
  const event = { entity: row.id, version, verb: 'attach', after: { sha256: card.sha256, size: card.size } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(appeals, row, {}), insert(files, file)],
    storedAnswer(201, answer, version),
  )
  if (!refusal) return ok({ body: answer, version })
  // nothing names the object then: it must not lie about
  scene.later(scene.store.objects.delete(objectKey))
  return refuse(refusedWrite(refusal))
}
