import { addDays, chinaDate } from '../../shared/china-time.ts'
import { APPLICATION } from './application.ts'

/**
 * Until when what is returned now may come back, as an instant: the end, in China, of the day on which the unit's task
 * falls due by the life cycle. Null where the life cycle sets no day.
 */
export function resubmissionUntil(now: string): string | null {
  const days = APPLICATION.waits.returned?.[0]?.days
  return days === undefined ? null : `${addDays(chinaDate(now), days)}T15:59:59.000Z`
}
