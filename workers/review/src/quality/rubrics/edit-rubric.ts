import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { rubricById } from '@shixun/db/tenant/quality'
import { rubrics } from '@shixun/db/tenant/schema/quality'
import { RUBRIC } from '@shixun/domain/quality/lifecycles'
import type { Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { tidyRubric } from '@shixun/domain/quality/rubrics/tidy-rubric'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { rubricAnswer } from './rubric-card.ts'

type Body = { purpose?: 'review' | 'completion' | undefined; body: Rubric }

/** 修改草稿：half-finished work is kept; a published version never changes. */
export async function editRubric(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(rubricById({ id: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state !== 'draft') return refuse({ code: 'state-refuses', facts: { state: RUBRIC.states[row.state] } })
  const text = tidyRubric(body.body)
  const set = { title: text.title, purpose: body.purpose ?? row.purpose, body: text }
  const version = row.version + 1
  const answer = rubricAnswer(scene, { ...row, ...set, version })
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
