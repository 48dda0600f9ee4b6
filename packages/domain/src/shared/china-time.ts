/** China keeps UTC+8 all year and in every province, so that civil dates are plain arithmetic. */
const CHINA_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** Whether a text is a date `YYYY-MM-DD` that the Gregorian calendar has. */
export function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  return new Date(ms).toISOString().slice(0, 10) === text
}

/** The day in China, `YYYY-MM-DD`, of an instant `2026-11-21T01:30:00.000Z`. Throws a RangeError on anything else. */
export function chinaDate(instant: string): string {
  return new Date(instantMs(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}

/** An instant as people in China read it, to the minute: `2026-04-10 23:59`. */
export function chinaTime(instant: string): string {
  return new Date(instantMs(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** The month in China, `YYYY-MM`, of an instant. */
export function chinaMonth(instant: string): string {
  return chinaDate(instant).slice(0, 7)
}

/** The first millisecond of a day in China, as an instant. */
export function startOfChinaDay(date: string): string {
  return new Date(dateMs(date) - CHINA_OFFSET_MS).toISOString()
}

/** The last millisecond of a day in China, as an instant. */
export function endOfChinaDay(date: string): string {
  return new Date(dateMs(date) - CHINA_OFFSET_MS + DAY_MS - 1).toISOString()
}

/** A date moved by whole days, backwards too. */
export function addDays(date: string, n: number): string {
  return new Date(dateMs(date) + n * DAY_MS).toISOString().slice(0, 10)
}

/** Day of the week of a date: 0 Sunday to 6 Saturday. */
export function dayOfWeek(date: string): number {
  return new Date(dateMs(date)).getUTCDay()
}

/** The last day of a month, `YYYY-MM-DD`; `month` counts from 1. */
export function lastDayOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Negative when `a` is earlier than `b`, 0 when they are the same instant, positive when it is later. */
export function compareInstants(a: string, b: string): number {
  return instantMs(a) - instantMs(b)
}

function dateMs(date: string): number {
  if (!isCalendarDate(date)) throw new RangeError(`not a date: ${date}`)
  return Date.parse(`${date}T00:00:00.000Z`)
}

function instantMs(instant: string): number {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(instant)) throw new RangeError(`not an instant: ${instant}`)
  return Date.parse(instant)
}
