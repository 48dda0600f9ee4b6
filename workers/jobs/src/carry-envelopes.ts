import type { Receipt } from '@shixun/domain/exchange/envelope'
import type { Env, Nudge } from './env.ts'

type Located = Awaited<ReturnType<Env['ROSTER']['locate']>>
type Doors = Pick<Env, 'EXCHANGE'> & {
  ROSTER: Pick<Env['ROSTER'], 'locate'>
  HOUSEKEEPING: Pick<Env['HOUSEKEEPING'], 'tick'>
}

/**
 * One round for one district: its house is kept first, then what waits in its outbox is brought to the receivers and
 * their answers come home. A receiver that cannot take an envelope now holds up no other; the round then fails as a
 * whole, so that the queue tries again, and what is settled stays settled.
 */
export async function carryEnvelopes({ ROSTER, EXCHANGE, HOUSEKEEPING }: Doors, { slug }: Nudge): Promise<void> {
  const { ref, now } = await ROSTER.locate(slug)
  if (!ref) return
  await HOUSEKEEPING.tick(ref, now)
  const known = new Map<string, Located>()
  const receipts: Receipt[] = []
  const failures: unknown[] = []
  for (const envelope of await EXCHANGE.collect(ref, now))
    try {
      const located = known.get(envelope.receiver) ?? (await ROSTER.locate(envelope.receiver))
      known.set(envelope.receiver, located)
      const unknown: Receipt = { id: envelope.id, outcome: 'refused', reason: 'receiver-unknown', result: null }
      receipts.push(located.ref ? await EXCHANGE.deliver(located.ref, envelope, located.now) : unknown)
    } catch (error) {
      failures.push(error)
    }
  if (receipts.length > 0) await EXCHANGE.settle(ref, receipts, now)
  if (failures.length > 0) throw new Error(`${failures.length} envelopes of ${slug} still wait: ${String(failures[0])}`)
}
