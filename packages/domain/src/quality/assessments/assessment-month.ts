import { addDays, lastDayOfMonth } from '../../shared/china-time.ts'

const parts = (month: string) => ({ year: Number(month.slice(0, 4)), month: Number(month.slice(5, 7)) })

/** The month after `YYYY-MM`. */
export function monthAfter(month: string): string {
  return addDays(lastDayOf(month), 1).slice(0, 7)
}

/** The month before `YYYY-MM`. */
export function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7)
}

function lastDayOf(month: string): string {
  const { year, month: no } = parts(month)
  return lastDayOfMonth(year, no)
}

/** The last day that counts for a month: `dayOfMonth`, or the month's last day where it is shorter. */
export function closingDay(month: string, dayOfMonth: number): string {
  const last = lastDayOf(month)
  return Number(last.slice(8)) <= dayOfMonth ? last : `${month}-${String(dayOfMonth).padStart(2, '0')}`
}

/** The month of assessment that a day in China belongs to: after the closing day the next one runs. */
export function assessmentMonth(day: string, dayOfMonth: number): string {
  const month = day.slice(0, 7)
  return day <= closingDay(month, dayOfMonth) ? month : monthAfter(month)
}

/** The months from `from` up to, not including, `to`; empty when there is none. */
export function monthsFrom(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month < to; month = monthAfter(month)) months.push(month)
  return months
}
