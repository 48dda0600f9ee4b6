import { join } from 'node:path'
import { unstable_readConfig } from 'wrangler'
import { CONFIGS, ROOT } from './local/constellation.ts'
import { queueIds, redriveQueue } from './redrive-queue.ts'

/**
 * `node scripts/redrive.ts [QUEUE]`: brings what lies in the dead-letter queue of one queue, or of every one, back to
 * work. Asks CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN of the operator's shell (permission: Queues, edit), and of
 * each dead-letter queue an HTTP consumer: `npx wrangler queues consumer http add shixun-nudge-dead`.
 */
const { CLOUDFLARE_ACCOUNT_ID: account, CLOUDFLARE_API_TOKEN: token, CLOUDFLARE_API_BASE_URL: given } = process.env
const base = given ?? 'https://api.cloudflare.com/client/v4'
type Consumers = { consumers?: { queue: string; dead_letter_queue?: string }[] }
const { queues }: { queues: Consumers } = unstable_readConfig({ config: join(ROOT, CONFIGS.jobs) })
const letters = (queues.consumers ?? []).flatMap(({ queue, dead_letter_queue: dead }) =>
  dead ? [{ queue, dead }] : [],
)
const wanted = process.argv[2]
const chosen = letters.filter(({ queue }) => wanted === undefined || queue === wanted)
if (chosen.length === 0) {
  console.error(`No queue ${wanted}. There are: ${letters.map(({ queue }) => queue).join(', ')}`)
  process.exit(2)
}
if (!account || !token) {
  console.error('Set CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN (permission Queues, edit) in this shell.')
  process.exit(2)
}
const api = { url: `${base}/accounts/${account}`, token }
try {
  const ids = await queueIds(api)
  for (const { queue, dead } of chosen) {
    const [from, to] = [ids.get(dead), ids.get(queue)]
    if (!from || !to) throw new Error(`the account has no ${from ? queue : dead}: npx wrangler queues create it first`)
    console.log(`${queue}: ${await redriveQueue(api, from, to)} messages brought back`)
  }
} catch (error) {
  console.error(
    `Stopped: ${error instanceof Error ? error.message : error}\nNothing is lost; mend the cause and run this again.`,
  )
  process.exit(1)
}
