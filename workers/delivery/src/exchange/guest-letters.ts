import type { sessionsOfCohort } from '@shixun/db/tenant/cohorts'
import type { certificatesByIds, enrolmentsByIds } from '@shixun/db/tenant/exchange'
import { failureWords, outcomeOf } from '@shixun/domain/delivery/conclusion'
import type { OfferedCohort } from '@shixun/domain/exchange/offer'
import type { CohortRow } from './cohort-letter.ts'

type Decoded<R extends (params?: Record<string, unknown>) => { decode: (raw: Record<string, unknown>) => unknown }> =
  ReturnType<ReturnType<R>['decode']>
export type GuestEnrolment = Decoded<typeof enrolmentsByIds>
type Certificate = Decoded<typeof certificatesByIds>
type Session = Decoded<typeof sessionsOfCohort>
type Mark = { enrolmentId: string; sessionId: string; minutes: number }

/** How a guest stands, as their bureau is told. */
export function stateOfGuest({ homeRef, state, reason, version, offerUntil }: GuestEnrolment) {
  return { ref: homeRef ?? '', state, reason, version, until: offerUntil }
}

/** What the training came to for a guest: the hours are counted from attendance by the same rule as everybody's. */
export function resultOfGuest(
  row: GuestEnrolment,
  cohort: CohortRow,
  sessions: readonly Session[],
  marks: readonly Mark[],
) {
  const { absenceFrom } = cohort.rules
  const own = marks.filter(({ enrolmentId }) => enrolmentId === row.id)
  const outcome = outcomeOf(sessions, own, { absenceFrom, module: cohort.module })
  const completed = row.state === 'completed'
  const entries = completed
    ? outcome.days.map(({ date, channel, module, minutes }) => ({
        date,
        channel,
        module,
        category: cohort.category,
        minutes,
      }))
    : []
  return {
    ref: row.homeRef ?? '',
    version: row.version,
    outcome: completed ? ('completed' as const) : ('failed' as const),
    reason: completed ? null : (row.reason ?? failureWords(outcome, absenceFrom)),
    minutesDue: outcome.due,
    minutesAttended: outcome.attended,
    entries,
  }
}

/** The cohort as a result names it: its timetable and its conditions say nothing about hours. */
export function resultCohort({ sessions: _, stages: __, rules: ___, ...cohort }: OfferedCohort) {
  return cohort
}

export function certificateOfGuest(row: Certificate, ref: string) {
  const { id, version, code, printed, kid, signature, state, reason, supersededBy, issuedAt } = row
  return { ref, id, version, code, printed, kid, signature, state, reason, supersededBy, issuedAt }
}
