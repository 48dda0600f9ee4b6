import { dayOfWeek } from '../../shared/china-time.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'

/**
 * The State Council's holiday notices as data, one entry a notice, by its year.
 * `holidays`: every day off that a notice names, weekend days included; `makeUpDays`: weekend days that are worked.
 * A notice may name days of the December before (元旦); they stand in its own entry.
 */
export type WorkCalendar = {
  years: Record<number, { holidays: string[]; makeUpDays: string[]; source: string }>
}

export type CalendarYearMissing = { code: 'calendar-year-missing'; year: number }

/** What a day is on the calendar: only `working` and `make_up` days are worked. */
export type DayKind = 'working' | 'make_up' | 'holiday' | 'weekend'

/** The kind of a date `YYYY-MM-DD`; refused when the calendar lacks its year, never guessed. */
export function dayKind(calendar: WorkCalendar, date: string): Result<DayKind, CalendarYearMissing> {
  const year = Number(date.slice(0, 4))
  if (!calendar.years[year]) return refuse({ code: 'calendar-year-missing', year })
  // the notice of the next year speaks later, and so decides where both name a day
  for (const arrangement of [calendar.years[year + 1], calendar.years[year]]) {
    if (arrangement?.makeUpDays.includes(date)) return ok('make_up')
    if (arrangement?.holidays.includes(date)) return ok('holiday')
  }
  const day = dayOfWeek(date)
  return ok(day === 0 || day === 6 ? 'weekend' : 'working')
}

/** Whether a date is worked; refused as `dayKind` is. */
export function isWorkingDay(calendar: WorkCalendar, date: string): Result<boolean, CalendarYearMissing> {
  const kind = dayKind(calendar, date)
  return kind.ok ? ok(kind.value === 'working' || kind.value === 'make_up') : kind
}
