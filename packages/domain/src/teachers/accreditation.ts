import type { LEVELS } from '../calls/design/call.ts'
import { addDays } from '../shared/china-time.ts'

type Level = (typeof LEVELS)[number]

/**
 * One period of accreditation (承训资质). Days in China, both ends count; `endedOn` is the last day when it was ended early,
 * with the reason. Periods stay for good: the history of a provider is what its hours are judged by.
 */
export type AccreditationPeriod = {
  id: string
  levels: Level[]
  number: string
  from: string
  to: string
  endedOn: string | null
  reason: string | null
}

type Dated = Pick<AccreditationPeriod, 'levels' | 'from' | 'to' | 'endedOn'>

/** The office is told so many days before the last period ends. */
const WARNING_DAYS = 60

/** The last day that a period covers. */
export function lastDayOf(period: Pick<Dated, 'to' | 'endedOn'>): string {
  return period.endedOn !== null && period.endedOn < period.to ? period.endedOn : period.to
}

/** Whether a provider may produce credit of this level on this day: only an accredited one may. */
export function accreditedOn(periods: readonly Dated[], level: string, day: string): boolean {
  return periods.some(
    (period) => period.levels.some((one) => one === level) && period.from <= day && day <= lastDayOf(period),
  )
}

/** The period that stands for the provider today: the one in force that lasts longest, else the next, else the last. */
export function periodToShow<Period extends Dated>(periods: readonly Period[], today: string): Period | null {
  const lasting = [...periods].sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? 1 : -1))
  const next = [...periods].filter(({ from }) => from > today).sort((a, b) => (a.from < b.from ? -1 : 1))
  return lasting.find((one) => one.from <= today && today <= lastDayOf(one)) ?? next[0] ?? lasting[0] ?? null
}

/**
 * The day on which the office is to be told that accreditation ends: 60 days before the end of the last period. Null when
 * that day has passed, for it was told then, and when there is no period.
 */
export function warningDay(periods: readonly Dated[], today: string): string | null {
  const last = periods.map(lastDayOf).sort().at(-1)
  if (last === undefined || last < today) return null
  const day = addDays(last, -WARNING_DAYS)
  return day < today ? today : day
}

export type PeriodProblem = { member: 'from' | 'to' | 'levels'; problem: 'ends_before_start' | 'overlaps' }

/** What is wrong with a new period beside those that stand: two periods of one level must not overlap. */
export function checkPeriod(period: Dated, others: readonly Dated[]): PeriodProblem[] {
  if (period.to < period.from) return [{ member: 'to', problem: 'ends_before_start' }]
  const overlaps = others.some(
    (other) =>
      other.levels.some((level) => period.levels.includes(level)) &&
      other.from <= lastDayOf(period) &&
      period.from <= lastDayOf(other),
  )
  return overlaps ? [{ member: 'from', problem: 'overlaps' }] : []
}

/** How a provider stands today: accredited, about to end (within 60 days), not yet, or no more. */
export type Standing = 'accredited' | 'ending' | 'coming' | 'ended'
export function standingOf(periods: readonly Dated[], today: string): Standing {
  const lasts = periods.filter(({ from }) => from <= today).map(lastDayOf)
  const inForce = lasts.some((last) => today <= last)
  if (!inForce) return periods.some(({ from }) => from > today) ? 'coming' : 'ended'
  const end = periods.map(lastDayOf).sort().at(-1) ?? today
  return end <= addDays(today, WARNING_DAYS) ? 'ending' : 'accredited'
}

/** Whether accreditation of a level has no gap from one day to another. */
export function accreditedThrough(periods: readonly Dated[], level: string, from: string, to: string): boolean {
  const lasts = periods
    .filter((period) => period.levels.some((one) => one === level) && period.from <= from)
    .map(lastDayOf)
    .filter((last) => last >= from)
  const last = lasts.sort().at(-1)
  if (last === undefined) return false
  return last >= to || accreditedThrough(periods, level, addDays(last, 1), to)
}
