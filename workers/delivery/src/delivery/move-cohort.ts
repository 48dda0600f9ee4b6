import { commit } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { cohorts } from '@shixun/db/tenant/schema/delivery'
import { COHORT, type CohortAction } from '@shixun/domain/delivery/cohort'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { cohortView } from './cohort-card.ts'
import { type LoadedCohort, loadOwnCohort } from './load-cohort.ts'

type Extra = { set?: { nominateUntil: string | null }; statements?: Statement[] }
type Given = { id: string; action: CohortAction; note?: string | undefined }

/** Every move of a cohort but its conclusion: load → decide → commit → answer. */
export async function moveCohort(
  scene: DeliveryScene,
  given: Given,
  prepare: (loaded: LoadedCohort) => Result<Extra, Refusal> = () => ok({}),
): Promise<Verdict> {
  const loaded = await loadOwnCohort(scene, given.id)
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, sessions, provider } = loaded
  const settled = sessions.every(({ state }) => state !== 'planned')
  const facts = { has_sessions: row.minutes > 0, sessions_settled: settled }
  const decided = decide(scene, { machine: COHORT, row, action: given.action, note: given.note, facts })
  if (!decided.ok) return decided
  const extra = prepare(loaded)
  if (!extra.ok) return extra
  const { to, version, event, follow } = decided.value
  const set = { ...extra.value.set, state: to, updatedAt: scene.now }
  const answer = cohortView(scene, { ...row, ...set, version }, provider, settled)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(cohorts, row, set), ...follow, ...(extra.value.statements ?? [])],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
