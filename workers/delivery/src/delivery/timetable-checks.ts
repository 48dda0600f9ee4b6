import type { SessionRow } from '@shixun/db/tenant/cohorts'
import { settingByKey } from '@shixun/db/tenant/house'
import type { bookingsAround } from '@shixun/db/tenant/timetables'
import { bookingsOf } from '@shixun/domain/delivery/booking'
import type { CohortStage } from '@shixun/domain/delivery/cohort'
import {
  DEFAULT_LECTURE_LIMITS,
  type LectureLimits,
  type Planned,
  timetableFindings,
} from '@shixun/domain/delivery/timetable'

export type BookingRow = ReturnType<ReturnType<typeof bookingsAround>['decode']>

/** The read of the bureau's limit of lessons in half a day, which its rules of money state. */
export const lectureLimitsRead = () => settingByKey({ key: 'budget-policy' })

export function lectureLimits(setting: { value: string } | undefined): LectureLimits {
  const own: { halfDayHours?: number } | null = setting ? JSON.parse(setting.value) : null
  return { ...DEFAULT_LECTURE_LIMITS, ...(own?.halfDayHours ? { halfDayLessons: own.halfDayHours } : {}) }
}

type Slot = Pick<SessionRow, 'startsAt' | 'endsAt' | 'trainers' | 'place'>

/** What asks for the bookings beside sessions that are only known from the request: their keys, and a day more on either side. */
export function aroundOf(sessions: readonly Slot[]): { session: null; keys: string; from: string; to: string } {
  const keys = [...new Set(sessions.flatMap((session) => bookingsOf(session).map(({ key }) => key)))]
  const from = sessions.map(({ startsAt }) => startsAt).sort()[0] ?? ''
  const to =
    sessions
      .map(({ endsAt }) => endsAt)
      .sort()
      .at(-1) ?? ''
  const day = 24 * 3_600_000
  const moved = (instant: string, by: number) => new Date(Date.parse(instant) + by).toISOString()
  return { session: null, keys: JSON.stringify(keys), from: moved(from, -day), to: moved(to, day) }
}

/** What a session takes up, as rows. */
export function bookingRows(cohort: { id: string; title: string }, session: SessionRow) {
  return bookingsOf(session).map(({ key }) => ({
    key,
    startsAt: session.startsAt,
    sessionId: session.id,
    cohortId: cohort.id,
    endsAt: session.endsAt,
    minutes: session.minutes,
    topic: session.topic,
    cohortTitle: cohort.title,
  }))
}

/** What a cohort's sessions that are not cancelled are worth in all. */
export function minutesOf(sessions: readonly Pick<SessionRow, 'state' | 'minutes'>[]): number {
  return sessions.reduce((sum, { state, minutes }) => sum + (state === 'cancelled' ? 0 : minutes), 0)
}

/** What stands against `touched` sessions within their timetable; `session` counts in `touched`. */
export function findingsOf(
  standing: readonly Planned[],
  touched: readonly Planned[],
  stages: readonly CohortStage[],
  bookings: readonly BookingRow[],
  limits: LectureLimits,
) {
  return timetableFindings([...standing, ...touched], stages, bookings, limits)
    .filter(({ session }) => session >= standing.length)
    .map((finding) => ({ ...finding, session: finding.session - standing.length }))
}
