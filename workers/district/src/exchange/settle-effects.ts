import type { JournalEvent } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { type cohortOfferByEnvelope, freePlaces, type guestsOfEnvelope } from '@shixun/db/tenant/exchange'
import type { nominationByEnvelope } from '@shixun/db/tenant/flagship'
import { cohortOffers, guests } from '@shixun/db/tenant/schema/exchange'
import { nominations } from '@shixun/db/tenant/schema/flagship'
import type { Receipt } from '@shixun/domain/exchange/envelope'
import { GUEST } from '@shixun/domain/exchange/guest'
import { COHORT_OFFER } from '@shixun/domain/exchange/offer'
import { reasonText } from '@shixun/domain/exchange/reasons'
import { arrive, arriveMany } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'

type Decoded<R extends (params?: Record<string, unknown>) => { decode: (raw: Record<string, unknown>) => unknown }> =
  ReturnType<ReturnType<R>['decode']>
export type Effect = { events: JournalEvent[]; statements: Statement[] }

/** What an answer means for a nomination of this district: received by the curator, or refused and free to be sent again. */
export function nominationEffect(row: Decoded<typeof nominationByEnvelope>, receipt: Receipt): Effect {
  const state = receipt.outcome === 'accepted' ? 'received' : 'refused'
  const event = {
    entity: row.id,
    version: row.version + 1,
    verb: state === 'received' ? 'receive' : 'refuse',
    before: { state: row.state },
    after: { state, reason: receipt.reason },
    note: reasonText(receipt.reason) ?? undefined,
  }
  return { events: [event], statements: [updateSeen(nominations, row, { state, reason: receipt.reason })] }
}

/** The first answer to offered places says whether they arrived; later ones only tell of changes. */
export function offerEffect(
  scene: DistrictScene,
  row: Decoded<typeof cohortOfferByEnvelope>,
  receipt: Receipt,
): Effect {
  if (row.state !== 'sent') return { events: [], statements: [] }
  const state = receipt.outcome === 'accepted' ? 'received' : 'refused'
  const event = {
    entity: row.id,
    version: row.version + 1,
    verb: state === 'received' ? 'receive' : 'refuse',
    before: { state: row.state },
    after: { state, reason: receipt.reason },
    note: reasonText(receipt.reason) ?? undefined,
  }
  const set = { state, reason: receipt.reason, updatedAt: scene.now } as const
  const named = { id: row.id, title: row.receiverName }
  return {
    events: [event],
    statements: [updateSeen(cohortOffers, row, set), ...arrive(scene, COHORT_OFFER, named, row.state, state, {})],
  }
}

/** A list that the organiser turned away as a whole: its teachers are told why, and the places are free again. */
export function guestsEffect(
  scene: DistrictScene,
  rows: readonly Decoded<typeof guestsOfEnvelope>[],
  receipt: Receipt,
): Effect {
  const turned = rows.filter(({ state }) => state === 'nominated')
  const [first] = turned
  if (receipt.outcome === 'accepted' || !first) return { events: [], statements: [] }
  const reason = reasonText(receipt.reason)
  const set = { state: 'refused', reason, updatedAt: scene.now } as const
  const titled = turned.map((row) => ({ id: row.id, title: `${row.name} · ${row.offerTitle}` }))
  return {
    events: turned.map((row) => ({
      entity: row.id,
      version: row.version + 1,
      verb: 'refuse',
      before: { state: row.state },
      after: { state: 'refused', reason: receipt.reason },
      note: reason ?? undefined,
    })),
    statements: [
      ...turned.map((row) => updateSeen(guests, row, set)),
      ...arriveMany(scene, GUEST, titled, 'nominated', 'refused', () => ({})),
      freePlaces(first.offerId, turned.length),
    ],
  }
}
