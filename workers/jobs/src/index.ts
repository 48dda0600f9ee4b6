import { carryEnvelopes } from './carry-envelopes.ts'
import { carryPage } from './carry-page.ts'
import { carryRobots } from './carry-robots.ts'
import type { Env, Nudge, Publish } from './env.ts'
import { publishMonth } from './publish-month.ts'
import { stockPool } from './stock-pool.ts'
import { sweep } from './sweep.ts'

type Message = { body: Nudge | Publish; ack(): void; retry(options?: { delaySeconds: number }): void }

/** Each minute the sweep; each hour the pool; at 02:00 in China on the second of a month the publication of the month before. */
const MONTHLY = '0 18 1 * *'
const HOURLY = '17 * * * *'
const ROBOTS = 'shixun-robots'

/** Carries one message; answers the seconds after which the queue brings it again, null when it is done. */
async function carry(queue: string, body: Nudge | Publish, env: Env): Promise<number | null> {
  if (queue === ROBOTS) return carryRobots(env, body)
  if ('period' in body) await carryPage(env, body)
  else await carryEnvelopes(env, body)
  return null
}

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
        const again = await carry(batch.queue, message.body, env)
        if (again === null) message.ack()
        else message.retry({ delaySeconds: again })
      } catch (error) {
        console.error(
          JSON.stringify({ level: 'error', queue: batch.queue, slug: message.body.slug, error: String(error) }),
        )
        message.retry()
      }
  },
}
