import { listingWithVersion, receiptById } from '@shixun/db/catalogue/listings'
import { inbox } from '@shixun/db/catalogue/schema'
import { insert, type Statement } from '@shixun/db/statement'
import type { Envelope, Letter, Receipt } from '@shixun/domain/exchange/envelope'
import type { Reason } from '@shixun/domain/exchange/reasons'
import { openEnvelope } from '@shixun/http/seal'
import type { JSONWebKeySet } from 'jose'
import { keepIndexed } from './keep-indexed.ts'
import type { ListingRow } from './listing-card.ts'
import { putListing } from './put-listing.ts'
import { recordAdoption } from './record-adoption.ts'
import type { Store } from './store.ts'

/** What an envelope does to the shelf: a refusal, or rows to write and the result that travels home. */
export type Effect = { reason: Reason } | { reason: null; statements: Statement[]; result: Record<string, unknown> }

const TRIES = 4

function receiptOf(letter: Letter, effect: Effect): Receipt {
  if (effect.reason !== null) return { id: letter.id, outcome: 'refused', reason: effect.reason, result: null }
  return { id: letter.id, outcome: 'accepted', reason: null, result: effect.result }
}

function effectOf(letter: Letter, found: ListingRow | undefined): Promise<Effect> {
  if (letter.kind === 'listing') return putListing(letter, found)
  if (letter.kind === 'adoption') return recordAdoption(letter, found)
  return Promise.resolve({ reason: 'kind-unknown' })
}

/** The listing that a letter speaks of; what its body holds is checked later. */
function listingIdOf(letter: Letter): string {
  const { listing } = letter.body
  if (typeof listing === 'string') return listing
  return typeof listing === 'object' && listing !== null && 'id' in listing ? String(listing.id) : ''
}

/**
 * 上架：verifies an envelope and lets it take effect once, whatever the queue does; a repeat gets the first receipt.
 * A forged one leaves no trace, so that it cannot use up the id of a true one.
 */
export async function putEnvelope(
  store: Store,
  keys: JSONWebKeySet,
  envelope: Envelope,
  now: string,
): Promise<Receipt> {
  const letter = await openEnvelope(envelope, 'catalogue', keys)
  if (!letter) return { id: envelope.id, outcome: 'refused', reason: 'signature-invalid', result: null }
  const listing = listingIdOf(letter)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [[known], [found]] = await store.catalogue.read(
      receiptById({ id: letter.id }),
      listingWithVersion({ id: listing, no: null }),
    )
    const effect: Effect | null = known ? null : await effectOf(letter, found)
    const receipt = known
      ? { id: known.id, outcome: known.outcome, reason: known.reason, result: known.result }
      : effect && receiptOf(letter, effect)
    if (!receipt) break
    const statements = effect?.reason === null ? effect.statements : []
    const raced = known
      ? null
      : await store.catalogue.write([insert(inbox, { ...receipt, receivedAt: now }), ...statements])
    if (raced) continue
    if (receipt.outcome === 'accepted') await keepIndexed(store, listing)
    return receipt
  }
  throw new Error(`envelope ${letter.id} lost ${TRIES} races on the shelf`)
}
