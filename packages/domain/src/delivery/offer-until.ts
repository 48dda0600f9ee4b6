import { addDays } from '../shared/china-time.ts'

/**
 * The last day on which a school may take a place that is kept for it: so many days from today, yet no later than the day
 * before a cohort that has still to begin, or the last day of one that runs. Whoever is asked has until tomorrow at least.
 */
export function offerUntil(today: string, cohort: { startsOn: string; endsOn: string }, days: number): string {
  const last = cohort.startsOn > today ? addDays(cohort.startsOn, -1) : cohort.endsOn
  const until = addDays(today, Math.max(1, days))
  const tomorrow = addDays(today, 1)
  if (until <= last) return until
  return last > tomorrow ? last : tomorrow
}

/** Whether a place is kept no longer: its last day is over. */
export function offerLapsed(until: string | null, today: string): boolean {
  return until !== null && until < today
}

/** Why an enrolment ended whose place nobody took, in words. */
export function lapsedWords(until: string): string {
  return `递补名额保留到 ${until}，逾期未确认，视为放弃`
}
