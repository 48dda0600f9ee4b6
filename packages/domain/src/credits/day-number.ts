/** Days since 1970-01-01 as a whole number: what the columns of a ledger hold and every comparison uses. */
export type DayNumber = number

/** Month from 1. Day arithmetic of the Gregorian calendar (H. Hinnant, days_from_civil). */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

/** Year, month from 1 and day of a day number. */
function civil(n: DayNumber): [year: number, month: number, day: number] {
  const z = n + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return [yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1]
}

/** The number that stands from one place up to another: a ledger has more dates than anything else, and nothing is cut out. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48
  return number
}

/** The day number of a date `YYYY-MM-DD` that the calendar has. */
export function dayOf(date: string): DayNumber {
  return dayNumber(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10))
}

export function dateOf(n: DayNumber): string {
  const [year, month, day] = civil(n)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function yearOf(n: DayNumber): number {
  return civil(n)[0]
}

/** The same day so many months on; the last of the month where that month is shorter. */
export function addMonths(n: DayNumber, months: number): DayNumber {
  const [year, month, day] = civil(n)
  const at = year * 12 + month - 1 + months
  const first = dayNumber(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1, 1)
  const next = dayNumber(Math.floor((at + 1) / 12), ((((at + 1) % 12) + 12) % 12) + 1, 1)
  return Math.min(first + day - 1, next - 1)
}

export function addYears(n: DayNumber, years: number): DayNumber {
  return addMonths(n, years * 12)
}
