import { addDays } from '../../shared/china-time.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type CalendarYearMissing, type DayKind, dayKind, type WorkCalendar } from '../calendar/working-days.ts'

/** One day of a term: `no` counts the working days from 1; it is null for the first day and for days that do not count. */
type TermDay = { date: string; kind: DayKind; no: number | null }

/** The term of a notice: `endsOn` is its last day, the `n`-th working day after `startsOn`; `days` are all days between. */
export type NoticeTerm = { startsOn: string; endsOn: string; workingDays: number; days: TermDay[] }

/**
 * The term of a notice of `n` working days, day by day, so that a person can count it again. The first day is not
 * counted (domain vectors: 2026-09-30 + 5 → 2026-10-13). Refused when the calendar lacks a year that is needed; the
 * first day's own year is needed too, because its kind is shown. Throws a RangeError when `n` is no whole number from 1 up.
 */
export function noticeTerm(
  calendar: WorkCalendar,
  startsOn: string,
  n: number,
): Result<NoticeTerm, CalendarYearMissing> {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`not a number of days: ${n}`)
  const days: TermDay[] = []
  let counted = 0
  for (let date = startsOn; counted < n; date = addDays(date, 1)) {
    const kind = dayKind(calendar, date)
    if (!kind.ok) return kind
    const counts = date !== startsOn && (kind.value === 'working' || kind.value === 'make_up')
    if (counts) counted += 1
    days.push({ date, kind: kind.value, no: counts ? counted : null })
  }
  return ok({ startsOn, endsOn: days.at(-1)?.date ?? startsOn, workingDays: n, days })
}
