import type { UnitPeriod } from '../conflicts/interest.ts'

/** A school where the expert served before; `until` is a date `YYYY-MM-DD`. */
export type PastSchool = { schoolId: string; until: string }

/** A tie somebody declared; kin and mentors bind for life, co-workers for four years after `until`, without one as long as it is not ended. */
export type Tie = {
  name: string
  kind: 'kin' | 'mentor' | 'coworker'
  since?: string | undefined
  until?: string | undefined
}

/** A unit where the expert serves or served beside the schools of the bureau, in time, and as what. */
export type ExpertUnit = UnitPeriod & { title: string }

/** A time in which an expert takes no sheets, its days included; `to` null: until further notice. */
export type Pause = { from: string; to: string | null; reason: string }

export type ExpertStanding = 'active' | 'paused' | 'left'

type InTime = { pauses: readonly Pause[]; leftOn: string | null }

/** The pause that falls into the days from `day` to `until`, if any. */
export function pauseWithin({ pauses }: InTime, day: string, until: string = day): Pause | null {
  return pauses.find(({ from, to }) => from <= until && (to === null || to >= day)) ?? null
}

/** Whether an expert can be asked between two days; who left is not asked from the day of leaving on. */
export function standingOf(expert: InTime, day: string, until: string = day): ExpertStanding {
  if (expert.leftOn !== null && expert.leftOn <= until) return 'left'
  return pauseWithin(expert, day, until) === null ? 'active' : 'paused'
}
