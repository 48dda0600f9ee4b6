import { sha256 } from '@shixun/db/sha256'
import { cohortById, sessionsOfCohort } from '@shixun/db/tenant/cohorts'
import { projectOfCohort, providerOfCohort } from '@shixun/db/tenant/exchange'
import type { Channel } from '@shixun/domain/credits/policy'
import type { CohortContent } from '@shixun/domain/delivery/cohort'
import type { OfferedCohort } from '@shixun/domain/exchange/offer'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'

type Decoded<R extends (params?: Record<string, unknown>) => { decode: (raw: Record<string, unknown>) => unknown }> =
  ReturnType<ReturnType<R>['decode']>
export type CohortRow = Decoded<typeof cohortById>

/** Sessions that a letter tells of: more than any cohort has. */
const MOST_SESSIONS = 500

/** What a letter needs to know of a cohort. */
export function readsOfCohort(id: string) {
  return [
    cohortById({ id }),
    sessionsOfCohort({ cohortId: id }),
    projectOfCohort({ id }),
    providerOfCohort({ id }),
  ] as const
}

/** A cohort as other bureaus are told of it; its trainers and its own teachers stay here. */
export function offeredCohort(
  cohort: CohortRow,
  sessions: readonly Decoded<typeof sessionsOfCohort>[],
  project: Decoded<typeof projectOfCohort> | undefined,
  provider: Decoded<typeof providerOfCohort> | undefined,
): OfferedCohort {
  const { id, title, projectTitle, unitName, line, topic, module, subject, category, state, minutes } = cohort
  return {
    id,
    title,
    projectTitle,
    projectNumber: project?.number ?? '',
    unitName,
    provider: provider
      ? {
          name: provider.name,
          periods: provider.periods.map(({ levels, number, from, to, endedOn }) => ({
            levels,
            number,
            from,
            to,
            endedOn,
          })),
        }
      : null,
    line,
    topic,
    level: cohort.level as CohortContent['level'],
    module,
    subject,
    phase: cohort.phase as CohortContent['phase'],
    channel: cohort.channel as Channel,
    category,
    state,
    minutes,
    startsOn: cohort.startsOn,
    endsOn: cohort.endsOn,
    stages: cohort.stages,
    rules: cohort.rules,
    sessions: sessions
      .filter((session) => session.state !== 'cancelled')
      .slice(0, MOST_SESSIONS)
      .map(({ id, topic, module, channel, place, startsAt, endsAt, minutes }) => ({
        id,
        topic,
        module,
        channel,
        place,
        startsAt,
        endsAt,
        minutes,
      })),
  }
}

type Offered = { id: string; places: number; message: string; withdrawn: string | null }

/** The body of the letter, and what tells whether another would say the same. Places that are withdrawn need no cohort. */
export async function offerLetter(
  { id, places, message, withdrawn }: Offered,
  version: number,
  cohort: OfferedCohort | null,
  nominateUntil: string | null,
): Promise<{ body: Record<string, unknown>; told: string }> {
  const said = { offer: id, places, nominateUntil, message, withdrawn, cohort }
  return { body: { ...said, version }, told: await sha256(canonicalJson(said)) }
}
