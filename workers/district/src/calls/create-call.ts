import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { rubricById } from '@shixun/db/tenant/quality'
import { calls } from '@shixun/db/tenant/schema/calls'
import { CALL } from '@shixun/domain/calls/call'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '../move.ts'
import type { DistrictScene } from '../store.ts'
import { type CallBody, checkCall } from './call-body.ts'
import { callCard } from './call-card.ts'

/** 编制申报批次。 */
export async function createCall(scene: DistrictScene, { body }: { body: CallBody }): Promise<Verdict> {
  const [[rubric]] = await scene.store.tenant.read(rubricById({ id: body.rubricId }))
  const fields = checkCall(body, rubric, false)
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const row = { ...body, id: scene.newId('cal'), state: 'draft' as const, version: 1, createdAt: scene.now }
  const answer = callCard(scene, row)
  const event = { entity: row.id, version: 1, verb: 'create', after: { state: row.state } }
  const statements = [insert(calls, row), ...arrive(scene, CALL, row, null, row.state, {})]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, answer, 1))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
