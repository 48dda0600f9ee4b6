import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { rubricById } from '@shixun/db/tenant/quality'
import { versionsOfRubric } from '@shixun/db/tenant/rubrics'
import { rubrics } from '@shixun/db/tenant/schema/quality'
import { RUBRIC } from '@shixun/domain/quality/lifecycles'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { type RubricRow, rubricAnswer } from './rubric-card.ts'

const hasDraft = (no?: number): Refusal => ({
  code: 'already-exists',
  facts: { what: no === undefined ? '这套指标体系的新版本草稿' : `第 ${no} 版草稿` },
})

/** 编制新版本：a draft with the text of a published version; one draft a line at a time. */
export async function nextRubricVersion(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const [[of], versions] = await scene.store.tenant.read(rubricById(params), versionsOfRubric(params))
  if (!of) return refuse({ code: 'not-found' })
  if (of.state === 'draft') return refuse({ code: 'state-refuses', facts: { state: RUBRIC.states.draft } })
  const draft = versions.find(({ state }) => state === 'draft')
  if (draft) return refuse(hasDraft(draft.no))
  const id = scene.newId('rub')
  const no = Math.max(...versions.map((one) => one.no)) + 1
  const row: RubricRow = { ...of, id, no, state: 'draft', version: 1, createdAt: scene.now, publishedAt: null }
  const answer = rubricAnswer(scene, row)
  const after = { state: row.state, title: row.title, from: of.id, no }
  const event = { entity: id, version: 1, verb: 'create', after, note: body.note }
  const statements = [insert(rubrics, row), ...arrive(scene, RUBRIC, row, null, row.state, {})]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, answer, 1))
  return refusal ? refuse(refusedWrite(refusal, { duplicate: hasDraft() })) : ok({ body: answer, version: 1 })
}
