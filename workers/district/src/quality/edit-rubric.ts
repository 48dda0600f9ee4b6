import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { rubricById } from '@shixun/db/tenant/quality'
import { rubrics } from '@shixun/db/tenant/schema/quality'
import { RUBRIC } from '@shixun/domain/quality/lifecycles'
import { checkRubric, type Rubric } from '@shixun/domain/quality/rubric'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { rubricCard } from './rubric-card.ts'

/** 修改未发布的指标体系：a published version never changes. */
export async function editRubric(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { body: Rubric } },
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(rubricById({ id: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state !== 'draft') return refuse({ code: 'state-refuses', facts: { state: RUBRIC.states[row.state] } })
  const fields = checkRubric(body.body)
  if (fields.length)
    return refuse({
      code: 'invalid-input',
      fields: fields.map((field) => ({ ...field, pointer: `/body${field.pointer}` })),
    })
  const set = { title: body.body.title, body: body.body }
  const version = row.version + 1
  const answer = rubricCard(scene, { ...row, ...set, version })
  const event = { entity: row.id, version, verb: 'edit', after: { title: set.title } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(rubrics, row, set)],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
