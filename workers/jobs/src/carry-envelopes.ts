import type { Receipt } from '@shixun/domain/exchange/envelope'
import type { Env, Nudge } from './env.ts'

type Located = Awaited<ReturnType<Env['ROSTER']['locate']>>
type Doors = Pick<Env, 'EXCHANGE' | 'DISTRICT' | 'REGISTRY' | 'DELIVERY' | 'REVIEW'> & {
  ROSTER: Pick<Env['ROSTER'], 'locate'>
}

/**
 * One round for one district: its house is kept first by all who keep it, then what waits in its outbox is brought to
 * the receivers and their answers come home. One that fails holds up no other; the round then fails as a whole, so that
 * the queue tries again, and what is settled stays settled.
 */
export async function carryEnvelopes(doors: Doors, { slug }: Nudge): Promise<void> {
  const { ROSTER, EXCHANGE } = doors
  const { ref, now } = await ROSTER.locate(slug)
  if (!ref) return
  const unkept: unknown[] = []
  for (const keeper of ['DISTRICT', 'REGISTRY', 'DELIVERY', 'REVIEW'] as const)
    try {
      await doors[keeper].tick(ref, now)
    } catch (error) {
      unkept.push(`${keeper}: ${error}`)
    }
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
  if (unkept.length > 0) throw new Error(`the house of ${slug} was not kept: ${unkept.join('; ')}`)
  if (failures.length > 0) throw new Error(`${failures.length} envelopes of ${slug} still wait: ${String(failures[0])}`)
}
