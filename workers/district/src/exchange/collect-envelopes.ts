import { outboxWaiting } from '@shixun/db/tenant/house'
import type { Envelope, EnvelopeKind, Receipt } from '@shixun/domain/exchange/envelope'
import { sealLetter } from '@shixun/http/seal'
import type { Store } from '../store.ts'
import { settleEnvelopes } from './settle-envelopes.ts'

/** A carrier's round makes at most 32 worker invocations: five of its own, two for each of these, one to settle. */
const AT_ONCE = 12

/** The shelf's answer, or null when it could not be reached: the envelope then waits for the next round. */
async function putOnShelf(store: Store, envelope: Envelope, now: string): Promise<Receipt | null> {
  try {
    return await store.shelf.put(envelope, now)
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', envelope: envelope.id, error: String(error) }))
    return null
  }
}

/**
 * 收件：what waits in the outbox, sealed, oldest first. What is meant for the catalogue is put on the shelf from here and
 * settled at once; the rest is the carrier's to bring.
 */
export async function collectEnvelopes(store: Store, now: string): Promise<Envelope[]> {
  const { id, slug, name, kind: senderKind } = store.tenant.district
  const [key] = store.secrets.SIGNING_KEYS
  const [rows] = await store.tenant.read(outboxWaiting())
  const away: Envelope[] = []
  const receipts: Receipt[] = []
  for (const row of rows.slice(0, AT_ONCE)) {
    const { receiver, body, createdAt } = row
    const kind = row.kind as EnvelopeKind
    const letter = { id: row.id, kind, sender: { id, slug, name, kind: senderKind }, receiver, body, createdAt }
    const envelope = await sealLetter(letter, key ?? {})
    if (receiver !== 'catalogue') away.push(envelope)
    else {
      const receipt = await putOnShelf(store, envelope, now)
      if (receipt) receipts.push(receipt)
    }
  }
  await settleEnvelopes(store, receipts, now)
  return away
}
