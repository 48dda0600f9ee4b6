import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { cohortOfferByEnvelope, guestsOfEnvelope } from '@shixun/db/tenant/exchange'
import { nominationByEnvelope } from '@shixun/db/tenant/flagship'
import { outboxById } from '@shixun/db/tenant/house'
import { outbox } from '@shixun/db/tenant/schema/house'
import type { Receipt } from '@shixun/domain/exchange/envelope'
import { jobScene } from '@shixun/tenant/job-scene'
import type { Store } from '../store.ts'
import { guestsEffect, nominationEffect, offerEffect } from './settle-effects.ts'

const TRIES = 4

async function settleEnvelope(store: Store, receipt: Receipt, now: string): Promise<void> {
  const { id, outcome, reason, result } = receipt
  const scene = jobScene(store, { name: 'carrier', now, requestId: id })
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [[row], [nomination], [offer], sent] = await store.tenant.read(
      outboxById({ id }),
      nominationByEnvelope({ id }),
      cohortOfferByEnvelope({ id }),
      guestsOfEnvelope({ id }),
    )
    if (row?.state !== 'waiting') return
    const effects = [
      ...(nomination ? [nominationEffect(nomination, receipt)] : []),
      ...(offer ? [offerEffect(scene, offer, receipt)] : []),
      guestsEffect(scene, sent, receipt),
    ]
    const event = {
      entity: id,
      version: row.version + 1,
      verb: 'settle',
      before: { state: row.state },
      after: { state: outcome, reason },
    }
    const settled = updateSeen(outbox, row, { state: outcome, reason, result, settledAt: now })
    const events = effects.flatMap((effect) => effect.events)
    const statements = effects.flatMap((effect) => effect.statements)
    const refusal = await commit(store.tenant, scene.hand, [event, ...events], [settled, ...statements], null)
    if (!refusal) return
  }
  throw new Error(`envelope ${id} lost ${TRIES} races while it was settled`)
}

/** 回执：writes the receivers' answers home, each in a batch of its own with what it means here; a repeat changes nothing. */
export async function settleEnvelopes(store: Store, receipts: readonly Receipt[], now: string): Promise<void> {
  for (const receipt of receipts) await settleEnvelope(store, receipt, now)
}
