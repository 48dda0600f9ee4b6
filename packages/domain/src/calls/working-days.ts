import { addDays, dayOfWeek } from '../shared/china-time.ts'
import { ok, type Result, refuse } from '../shared/result.ts'

/**
 * The State Council's holiday notices as data, one entry a year.
 * `holidays`: every day off that a notice names, weekend days included; `makeUpDays`: weekend days that are worked.
 */
export type WorkCalendar = {
  years: Record<number, { holidays: string[]; makeUpDays: string[]; source: string }>
}

export type CalendarYearMissing = { code: 'calendar-year-missing'; year: number }

/** Whether a date `YYYY-MM-DD` is worked; refused when the calendar lacks its year, never guessed. */
export function isWorkingDay(calendar: WorkCalendar, date: string): Result<boolean, CalendarYearMissing> {
  const year = Number(date.slice(0, 4))
  const arrangement = calendar.years[year]
  if (!arrangement) return refuse({ code: 'calendar-year-missing', year })
  if (arrangement.makeUpDays.includes(date)) return ok(true)
  if (arrangement.holidays.includes(date)) return ok(false)
  const day = dayOfWeek(date)
  return ok(day !== 0 && day !== 6)
}

/**
 * The `n`-th working day after `from`, which is not counted itself; `from` for n = 0.
 * Throws a RangeError when `n` is not a whole number from 0 up.
 */
export function addWorkingDays(calendar: WorkCalendar, from: string, n: number): Result<string, CalendarYearMissing> {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of days: ${n}`)
  let date = from
  for (let counted = 0; counted < n; ) {
    date = addDays(date, 1)
    const working = isWorkingDay(calendar, date)
    if (!working.ok) return working
    if (working.value) counted += 1
  }
  return ok(date)
}
