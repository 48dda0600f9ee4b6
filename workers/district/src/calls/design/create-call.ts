import { commit } from '@shixun/db/commit'
import { rubricById } from '@shixun/db/tenant/quality'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { type CallBody, checkCall } from './call-body.ts'
import { callCard } from './call-card.ts'
import { newCallRows } from './new-call-rows.ts'

/** 编制申报批次。 */
export async function createCall(scene: DistrictScene, { body }: { body: CallBody }): Promise<Verdict> {
  const [[rubric]] = await scene.store.tenant.read(rubricById({ id: body.rubricId }))
  const fields = checkCall(body, rubric, false)
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const { row, statements } = newCallRows(scene, body, null)
  const answer = callCard(scene, row, [])
  const event = { entity: row.id, version: 1, verb: 'create', after: { state: row.state } }
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, answer, 1))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
