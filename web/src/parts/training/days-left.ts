import { formatDate } from '../../words/format.ts'

const dayMs = 86_400_000

/** Whole days in China from now to the day of an instant: 0 on that day. */
export function daysLeft(until: string, now: string): number {
  return Math.round((Date.parse(formatDate(until)) - Date.parse(formatDate(now))) / dayMs)
}
