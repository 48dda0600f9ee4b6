/** Messages that one pull brings; a batch that is pushed takes as many. */
const AT_ONCE = 100
/** Pulled messages stay out of sight for so long: a run that dies gives them back. */
const HELD_MS = 60_000

/** Cloudflare's REST API for one account: `{base}/accounts/{account}`, and the token that opens it. */
export type QueueApi = { url: string; token: string }

type Pulled = { body: string; lease_id: string }

async function ask(api: QueueApi, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${api.url}/queues${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path === '' ? 'the list of queues' : path} answered ${response.status}: ${text}`)
  return (JSON.parse(text) as { result: unknown }).result
}

/** Ids of the account's queues by name. */
export async function queueIds(api: QueueApi): Promise<Map<string, string>> {
  const queues = (await ask(api, '')) as { queue_id: string; queue_name: string }[]
  return new Map(queues.map(({ queue_id, queue_name }) => [queue_name, queue_id]))
}

/** A body as it was sent: JSON comes back as it is or in base64. */
function contentOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return JSON.parse(Buffer.from(body, 'base64').toString('utf8'))
  }
}

/**
 * Puts every message of a dead-letter queue back into its queue and answers how many. Each goes in before it is taken
 * out, so that none is lost; a message that is brought twice has one effect, for the consumers know what they have done.
 */
export async function redriveQueue(api: QueueApi, dead: string, live: string): Promise<number> {
  for (let moved = 0; ; ) {
    const pulled = (await ask(api, `/${dead}/messages/pull`, {
      batch_size: AT_ONCE,
      visibility_timeout_ms: HELD_MS,
    })) as { messages: Pulled[] }
    const { messages } = pulled
    if (messages.length === 0) return moved
    const batch = messages.map(({ body }) => ({ body: contentOf(body), content_type: 'json' }))
    await ask(api, `/${live}/messages/batch`, { messages: batch })
    await ask(api, `/${dead}/messages/ack`, { acks: messages.map(({ lease_id }) => ({ lease_id })), retries: [] })
    moved += messages.length
  }
}
