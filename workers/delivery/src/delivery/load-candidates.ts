import * as reads from '@shixun/db/tenant/nominees'
import { sessionsOfCandidates } from '@shixun/db/tenant/nominees'
import { ineligibleWords } from '@shixun/domain/delivery/eligible-teacher'
import { standingBlocks } from '@shixun/domain/delivery/enrolment'
import type { WaitingRules } from '@shixun/domain/delivery/repeat-rules'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { nominationRuleReads, trainingOf, type Weighed, waitingRulesIn, weigher } from '@shixun/tenant/weigh-nominee'
import type { DeliveryScene } from '../store.ts'
import type { EnrolmentRow } from './enrolment-card.ts'

type CohortRow = ReturnType<ReturnType<typeof reads.cohortOfCandidates>['decode']>

/** An enrolment with what its teacher would repeat today; null for a guest, who was looked at in their own district. */
export type Candidate = { row: EnrolmentRow; weighed: Weighed | null }
export type Candidates = {
  cohort: CohortRow
  candidates: Candidate[]
  placesFree: number
  waitingFree: number
  waitingRules: WaitingRules
}

/** Whose enrolments: chosen ones, and of the same cohort so many who come first among the nominated and the waiting. */
type Whose = { cohort: string | null; enrolment: string; chosen: readonly string[]; nominated: number; waiting: number }

/** Enrolments with everything that an admission asks of them, in one trip. */
export async function loadCandidates(scene: DeliveryScene, whose: Whose): Promise<Candidates | null> {
  const given = { ...whose, chosen: JSON.stringify(whose.chosen) }
  const [
    [cohort],
    rows,
    nominees,
    vetoes,
    others,
    otherSessions,
    elsewhere,
    abroad,
    sessions,
    [waiting],
    settings,
    policies,
  ] = await scene.store.tenant.read(
    reads.cohortOfCandidates(given),
    reads.candidatesForAdmission(given),
    reads.nomineesOfCandidates(given),
    reads.vetoesOfCandidates(given),
    reads.otherTrainingsOfCandidates(given),
    reads.otherSessionsOfCandidates(given),
    reads.trainingsElsewhereOfCandidates(given),
    reads.trainingsAbroadOfCandidates(given),
    sessionsOfCandidates(given),
    reads.waitingInCohort(given),
    ...nominationRuleReads(),
  )
  if (!cohort) return null
  const facts = { vetoes, others, otherSessions, elsewhere, abroad, settings, policies }
  const weighing = { training: trainingOf(cohort, sessions), rules: cohort.rules, today: chinaDate(scene.now) }
  const weigh = weigher(facts, weighing)
  const teachers = new Map(nominees.map((nominee) => [nominee.id, nominee]))
  const { title: cohortTitle, state: cohortState, unitId: cohortUnit, startsOn, endsOn, places, taken } = cohort
  const candidates = rows
    .filter(({ cohortId }) => cohortId === cohort.id)
    .map((row) => {
      const nominee = row.teacherId === null ? undefined : teachers.get(row.teacherId)
      return {
        row: { ...row, cohortTitle, cohortState, cohortUnit, startsOn, endsOn, places, taken },
        weighed: nominee ? weigh(nominee) : null,
      }
    })
  return {
    cohort,
    candidates,
    placesFree: Math.max(0, places - taken),
    waitingFree: Math.max(0, cohort.waitingPlaces - (waiting?.n ?? 0)),
    waitingRules: waitingRulesIn(settings),
  }
}

/** Why this candidate cannot be admitted now: no longer fit for the cohort, or a block that nobody let pass. */
export function heldBack({ row, weighed }: Candidate): Refusal | null {
  if (weighed && !weighed.eligible)
    return { code: 'not-eligible', facts: { reason: `${ineligibleWords(weighed.conditions)}。`, office: '教育局' } }
  const blocks = standingBlocks(weighed?.findings ?? row.findings, row.waiver)
  const [first] = blocks
  return first ? { code: 'training-repeated', facts: { detail: first.detail } } : null
}
