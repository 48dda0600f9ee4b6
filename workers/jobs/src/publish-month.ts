import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import type { Env } from './env.ts'

/** The month before an instant, in China. */
export function monthBefore(now: string): string {
  return addDays(`${chinaDate(now).slice(0, 7)}-01`, -1).slice(0, 7)
}

/** One message per live district for the month that is over, and the province learns whom to expect. */
export async function publishMonth(doors: Env): Promise<void> {
  let after: string | null = null
  do {
    const { refs, next, now } = await doors.ROSTER.districts(after)
    const period = monthBefore(now)
    const due = refs.filter(({ kind }) => kind !== 'province')
    // A queue takes 100 messages at once.
    for (let start = 0; start < due.length; start += 100) {
      const part = due.slice(start, start + 100)
      await doors.FEED_SINK.expect(period, part)
      await doors.PUBLISH.sendBatch(part.map(({ slug }) => ({ body: { slug, period } })))
    }
    after = next
  } while (after !== null)
}
