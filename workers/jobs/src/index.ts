import { carryEnvelopes } from './carry-envelopes.ts'
import { carryPage } from './carry-page.ts'
import type { Env, Nudge, Publish } from './env.ts'
import { publishMonth } from './publish-month.ts'
import { stockPool } from './stock-pool.ts'
import { sweep } from './sweep.ts'

type Message = { body: Nudge | Publish; ack(): void; retry(): void }

/** Each minute the sweep; each hour the pool; at 02:00 in China on the second of a month the publication of the month before. */
const MONTHLY = '0 18 1 * *'
const HOURLY = '17 * * * *'

export default {
  fetch: () => new Response(null, { status: 404 }),

  async scheduled({ cron }: { cron: string }, env: Env): Promise<void> {
    if (cron === MONTHLY) await publishMonth(env)
    else if (cron === HOURLY) await stockPool(env)
    else await sweep(env)
  },

  async queue(batch: { queue: string; messages: readonly Message[] }, env: Env): Promise<void> {
    for (const message of batch.messages)
      try {
        if ('period' in message.body) await carryPage(env, message.body)
        else await carryEnvelopes(env, message.body)
        message.ack()
      } catch (error) {
        console.error(
          JSON.stringify({ level: 'error', queue: batch.queue, slug: message.body.slug, error: String(error) }),
        )
        message.retry()
      }
  },
}
