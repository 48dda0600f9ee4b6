import { formatDate, formatTime } from '../../words/format.ts'
import { chinaInstant } from '../calls/china-instant.ts'

/** The times of a session as the form edits them, in China. */
export interface SessionTimes {
  day: string
  from: string
  lastDay: string
  to: string
}

export function timesOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): SessionTimes {
  return { day: formatDate(startsAt), from: formatTime(startsAt), lastDay: formatDate(endsAt), to: formatTime(endsAt) }
}

/** Instants of the times, or null when they are not whole. */
export function instantsOf(times: SessionTimes): { startsAt: string; endsAt: string } | null {
  const startsAt = chinaInstant(times.day, times.from)
  const endsAt = chinaInstant(times.lastDay === '' ? times.day : times.lastDay, times.to)
  return startsAt === '' || endsAt === '' ? null : { startsAt, endsAt }
}

/** Whole minutes between, 0 when the end is not after the beginning. */
export function minutesBetween(times: SessionTimes): number {
  const instants = instantsOf(times)
  if (instants === null) return 0
  return Math.max(0, Math.floor((Date.parse(instants.endsAt) - Date.parse(instants.startsAt)) / 60_000))
}

/** `09:00–11:30`, and both days when they differ. */
export function spanText({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const { day, from, lastDay, to } = timesOf({ startsAt, endsAt })
  return day === lastDay ? `${from}–${to}` : `${day.slice(5)} ${from} – ${lastDay.slice(5)} ${to}`
}

/** The same times of day from another day on. */
export function movedToDay(session: { startsAt: string; endsAt: string }, day: string) {
  const { from } = timesOf(session)
  const startsAt = chinaInstant(day, from)
  const lasts = Date.parse(session.endsAt) - Date.parse(session.startsAt)
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + lasts).toISOString() }
}
