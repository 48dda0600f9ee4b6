import { type Statement, statement } from '@shixun/db/statement'
import type { CohortRow } from '@shixun/db/tenant/cohorts'
import type { nextToConclude, providerOfCohort } from '@shixun/db/tenant/conclusions'
import type { NewEntry } from '@shixun/db/tenant/ledger-writes'
import type { PublishedVersion } from '@shixun/domain/credits/policy-in-force'
import { versionOn } from '@shixun/domain/credits/policy-in-force'
import { failureWords, type Outcome } from '@shixun/domain/delivery/conclusion'
import { accreditedOn } from '@shixun/domain/teachers/accreditation'
import type { DeliveryScene } from '../store.ts'
import { notAccreditedWords } from './not-accredited-words.ts'

type Person = ReturnType<ReturnType<typeof nextToConclude>['decode']>
type Provider = ReturnType<ReturnType<typeof providerOfCohort>['decode']>
export type Concluded = { person: Person; outcome: Outcome }

type Ground = { cohort: CohortRow; provider: Provider | undefined; versions: readonly PublishedVersion[] }

/**
 * The entries that somebody who completed brings to the ledger: one for each day, channel and module. Confirmed where the
 * provider was accredited for the level on that day, else pending with the reason. A guest's go home by envelope.
 */
export function entriesOf(
  scene: Pick<DeliveryScene, 'newId'>,
  { cohort, provider, versions }: Ground,
  { person, outcome }: Concluded,
): NewEntry[] {
  if (!outcome.completed || person.teacherId === null) return []
  const { teacherId, schoolId, id: enrolmentId } = person
  return outcome.days.map(({ date, channel, module, minutes, topics }) => {
    const accredited = provider !== undefined && accreditedOn(provider.periods, cohort.level, date)
    return {
      ...{ id: scene.newId('led'), teacherId, schoolId, enrolmentId, cohortId: cohort.id, batch: cohort.id },
      ...{ date, channel, module, minutes, level: cohort.level, category: cohort.category, activity: cohort.topic },
      ...{ title: cohort.title, projectId: cohort.projectId, note: topics.join('、').slice(0, 300) },
      ...{ providerId: cohort.providerId ?? '', providerName: cohort.providerName ?? cohort.unitName, accredited },
      ...{ minutesDue: outcome.due, minutesAttended: outcome.attended, source: 'cohort' as const },
      state: accredited ? ('confirmed' as const) : ('pending' as const),
      reason: accredited ? null : notAccreditedWords(cohort.providerName, cohort.level, date),
      policyId: versionOn(versions, date)?.id ?? null,
    }
  })
}

/** Everybody's outcome into their enrolment, whatever their number in one statement. */
export function outcomeStatement(
  people: readonly Concluded[],
  absenceFrom: readonly [number, number],
  now: string,
): Statement {
  const rows = people.map(({ person, outcome }) => [
    person.id,
    outcome.completed ? 'completed' : 'failed',
    outcome.due,
    outcome.attended,
    outcome.completed ? null : failureWords(outcome, absenceFrom),
  ])
  const pick = (n: number) => `json_extract(one.value, '$[${n}]')`
  return statement(
    `UPDATE enrolments SET state = ${pick(1)}, minutes_due = ${pick(2)}, minutes_attended = ${pick(3)}, reason = ${pick(4)}, version = version + 1, updated_at = ? FROM json_each(?) AS one WHERE enrolments.id = ${pick(0)}`,
    now,
    JSON.stringify(rows),
  )
}

export type ChunkFigures = {
  completed: number
  failed: number
  entries: number
  pending: number
  minutes: number
}

/** How far the conclusion has come: the figures of a chunk are added to what stands. */
export function progressStatement(
  cohortId: string,
  minutesDue: number,
  figures: ChunkFigures,
  now: string,
  ended: boolean,
): Statement {
  const { completed, failed, entries, pending, minutes } = figures
  return statement(
    'INSERT INTO conclusions (cohort_id, minutes_due, completed, failed, entries, pending, minutes, begun_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (cohort_id) DO UPDATE SET completed = completed + excluded.completed, failed = failed + excluded.failed, entries = entries + excluded.entries, pending = pending + excluded.pending, minutes = minutes + excluded.minutes, ended_at = excluded.ended_at',
    ...[cohortId, minutesDue, completed, failed, entries, pending, minutes, now, ended ? now : null],
  )
}
