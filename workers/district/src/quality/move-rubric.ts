import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { rubricById } from '@shixun/db/tenant/quality'
import { rubrics } from '@shixun/db/tenant/schema/quality'
import { RUBRIC, type RubricAction } from '@shixun/domain/quality/lifecycles'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { rubricCard } from './rubric-card.ts'

/** Every move of a rubric: load → decide → commit → answer. */
export async function moveRubric(
  scene: DistrictScene,
  id: string,
  action: RubricAction,
  note: string | undefined,
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(rubricById({ id }))
  if (!row) return refuse({ code: 'not-found' })
  const decided = decide(scene, { machine: RUBRIC, row, action, note })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const answer = rubricCard(scene, { ...row, state: to, version })
  const statements = [updateSeen(rubrics, row, { state: to }), ...follow]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(200, answer, version))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
