import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { rubrics } from '@shixun/db/tenant/schema/quality'
import { RUBRIC } from '@shixun/domain/quality/lifecycles'
import type { Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { tidyRubric } from '@shixun/domain/quality/rubrics/tidy-rubric'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { type RubricRow, rubricAnswer } from './rubric-card.ts'

type Body = { purpose: 'review' | 'completion'; body: Rubric; sample?: string | undefined }

/** 编制指标体系：a draft may be incomplete; the answer says what it lacks. */
export async function createRubric(scene: ReviewScene, { body }: { body: Body }): Promise<Verdict> {
  if (body.sample !== undefined && !SAMPLE_RUBRICS.some(({ key }) => key === body.sample))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/sample', problem: 'not_a_choice' }] })
  const id = scene.newId('rub')
  const text = tidyRubric(body.body)
  const row: RubricRow = {
    id,
    title: text.title,
    purpose: body.purpose,
    body: text,
    state: 'draft',
    version: 1,
    createdAt: scene.now,
    line: id,
    no: 1,
    sample: body.sample ?? null,
    publishedAt: null,
  }
  const answer = rubricAnswer(scene, row)
  const after = { state: row.state, title: row.title, ...(row.sample === null ? {} : { sample: row.sample }) }
  const event = { entity: id, version: 1, verb: 'create', after }
  const statements = [insert(rubrics, row), ...arrive(scene, RUBRIC, row, null, row.state, {})]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, answer, 1))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
