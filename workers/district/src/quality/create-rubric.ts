import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { rubrics } from '@shixun/db/tenant/schema/quality'
import { RUBRIC } from '@shixun/domain/quality/lifecycles'
import { checkRubric, type Rubric } from '@shixun/domain/quality/rubric'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { rubricCard } from './rubric-card.ts'

/** 编制指标体系：sums and keys are checked from the first draft on. */
export async function createRubric(
  scene: DistrictScene,
  { body }: { body: { purpose: 'review' | 'completion'; body: Rubric } },
): Promise<Verdict> {
  const fields = checkRubric(body.body)
  if (fields.length)
    return refuse({
      code: 'invalid-input',
      fields: fields.map((field) => ({ ...field, pointer: `/body${field.pointer}` })),
    })
  const row = {
    id: scene.newId('rub'),
    title: body.body.title,
    purpose: body.purpose,
    body: body.body,
    state: 'draft' as const,
    version: 1,
    createdAt: scene.now,
  }
  const answer = rubricCard(scene, row)
  const event = { entity: row.id, version: 1, verb: 'create', after: { state: row.state } }
  const statements = [insert(rubrics, row), ...arrive(scene, RUBRIC, row, null, row.state, {})]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, answer, 1))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
