import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { rubricById } from '@shixun/db/tenant/quality'
import { rubrics } from '@shixun/db/tenant/schema/quality'
import { RUBRIC, type RubricAction } from '@shixun/domain/quality/lifecycles'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { rubricAnswer, rubricProblems } from './rubric-card.ts'

/** Every move of a rubric: load → decide → commit → answer. A draft is published only when nothing is missing; every problem is told with its place. */
export async function moveRubric(
  scene: ReviewScene,
  id: string,
  action: RubricAction,
  note: string | undefined,
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(rubricById({ id }))
  if (!row) return refuse({ code: 'not-found' })
  const decided = decide(scene, { machine: RUBRIC, row, action, note })
  if (!decided.ok) return decided
  const problems = action === 'publish' ? rubricProblems(row) : []
  if (problems.length > 0)
    return refuse({
      code: 'invalid-input',
      fields: problems.map(({ pointer, problem, place, detail }) => ({
        pointer: `/body${pointer}`,
        problem,
        detail: `${place}：${detail}`,
      })),
    })
  const { to, version, event, follow } = decided.value
  const set = action === 'publish' ? { state: to, publishedAt: scene.now } : { state: to }
  const answer = rubricAnswer(scene, { ...row, ...set, version })
  const statements = [updateSeen(rubrics, row, set), ...follow]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(200, answer, version))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
