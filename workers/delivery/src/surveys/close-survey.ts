import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { surveys } from '@shixun/db/tenant/schema/surveys'
import type { SurveyRow } from '@shixun/db/tenant/surveys'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { SURVEY } from '@shixun/domain/surveys/survey'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { countAnswers } from './count-answers.ts'
import { seenSurvey } from './load-survey.ts'
import { surveyView } from './survey-card.ts'

/** How often a close that an answer overtook is tried again at once. */
const TRIES = 5

/** The close of one survey, with its last results, in one batch: nobody finds it closed and not yet counted. */
export async function closeNow(
  scene: DeliveryScene,
  id: string,
  given: { note?: string | undefined },
): Promise<Result<SurveyRow, Refusal>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const counted = await countAnswers(scene, id, true)
    if (!counted || !seenSurvey(scene, 'survey.close', counted.row)) return refuse({ code: 'not-found' })
    const { row, statements, after } = counted
    const decided = decide(scene, { machine: SURVEY, row, action: 'close', note: given.note })
    if (!decided.ok) return decided
    const { version, event, follow } = decided.value
    const set = { ...counted.set, state: 'closed' as const, privateKey: null, closedAt: scene.now }
    const closed: SurveyRow = { ...row, ...set, version }
    const refusal = await commit(
      scene.store.tenant,
      scene.hand,
      [{ ...event, after: { state: 'closed', answered: row.answered, ...after } }],
      [...statements, updateSeen(surveys, row, set), ...follow],
      storedAnswer(200, surveyView(scene, closed), version),
    )
    if (!refusal) return ok(closed)
    if (refusal.kind !== 'assertion') return refuse(refusedWrite(refusal))
  }
  return refuse({ code: 'version-stale' })
}

/** 提前截止. */
export async function closeSurvey(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const closed = await closeNow(scene, params.id, body)
  if (!closed.ok) return closed
  return ok({ body: surveyView(scene, closed.value), version: closed.value.version })
}
