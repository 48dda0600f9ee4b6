import { clientOf } from '../../../packages/testkit/src/client.ts'
import { VALUES } from './sample-rows.ts'

/** A write that was sent: under its key it has one effect, whether or not an answer came. */
export type Write = {
  key: string
  method: 'POST' | 'PATCH'
  path: string
  body: unknown
  ifMatch?: number
  application: string | null
}
type Answered = { write: Write; status: number; body: Record<string, unknown> }

/** What a school has written: all that was answered, and what was not when the house fell. */
type Ledger = { answered: Answered[]; open: Write | null }

/** A school that writes without a pause: creates a draft, saves it, attaches nothing, submits it, withdraws it, anew. */
export function writingSchool(given: { base: string; token: string; callId: string; name: string }) {
  const { base, token, callId, name } = given
  const ledger: Ledger = { answered: [], open: null }
  let at = { id: null as string | null, version: 0, step: 0 }
  let serial = 0

  const next = (): Write => {
    const key = `${name}-${++serial}`
    const path = `${base}/applications/${at.id}`
    const moved = { key, method: 'POST', body: { note: key }, ifMatch: at.version, application: at.id } as const
    switch (at.step) {
      case 0:
        return {
          key,
          method: 'POST',
          path: `${base}/applications`,
          body: { callId, title: key, values: VALUES },
          application: null,
        }
      case 1:
      case 2:
        return { key, method: 'PATCH', path, body: { title: key }, ifMatch: at.version, application: at.id }
      case 3:
        return { ...moved, path: `${path}/actions/submit` }
      default:
        return { ...moved, path: `${path}/actions/withdraw` }
    }
  }
  const settle = (write: Write, status: number, body: Record<string, unknown>) => {
    if (status >= 300) throw new Error(`${write.key} answered ${status}: ${JSON.stringify(body)}`)
    ledger.answered.push({ write, status, body })
    ledger.open = null
    at = { id: String(body['id']), version: Number(body['version']), step: (at.step + 1) % 5 }
  }
  const send = async (url: string, write: Write) => {
    const { key, method, path, body, ifMatch } = write
    const options = ifMatch === undefined ? { key } : { key, ifMatch }
    const client = clientOf(url, { token })
    return method === 'POST' ? client.post(path, body, options) : client.patch(path, body, options)
  }
  return {
    ledger,
    /** Writes until the house falls; a refusal is an error, a broken connection the end. */
    async writeUntilItFalls(url: string): Promise<void> {
      for (;;) {
        ledger.open = next()
        const reply = await send(url, ledger.open).catch(() => null)
        if (reply === null || reply.status === 503) return
        settle(ledger.open, reply.status, reply.body)
      }
    },
    /** Sends the unanswered write once more, and again: the same key has one effect and one answer. */
    async retry(url: string): Promise<{ first: string; second: string } | null> {
      const { open } = ledger
      if (open === null) return null
      const first = await send(url, open)
      const second = await send(url, open)
      settle(open, first.status, first.body)
      return { first: JSON.stringify(first.body), second: JSON.stringify(second.body) }
    },
  }
}
