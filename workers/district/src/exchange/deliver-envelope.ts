import { commit, type JournalEvent } from '@shixun/db/commit'
import { insert, type Statement } from '@shixun/db/statement'
import { inboxById } from '@shixun/db/tenant/house'
import { inbox } from '@shixun/db/tenant/schema/house'
import { carriedData } from '@shixun/domain/exchange/carried-data'
import type { Envelope, EnvelopeKind, Letter, Receipt } from '@shixun/domain/exchange/envelope'
import type { Reason } from '@shixun/domain/exchange/reasons'
import { openEnvelope } from '@shixun/http/seal'
import { publicKeysOf } from '@shixun/http/signing'
import { jobScene } from '@shixun/tenant/job-scene'
import type { DistrictScene, Store } from '../store.ts'
import { receiveCohortOffer } from './receive-cohort-offer.ts'
import { receiveDecision } from './receive-decision.ts'
import { receiveGuestAnswer } from './receive-guest-answer.ts'
import { receiveGuestCertificate } from './receive-guest-certificate.ts'
import { receiveGuestNomination } from './receive-guest-nomination.ts'
import { receiveGuestResult } from './receive-guest-result.ts'
import { receiveGuestState } from './receive-guest-state.ts'
import { receiveNomination } from './receive-nomination.ts'

/** What a letter does here. `refusals` says which refusal an assertion of its own statements means. */
export type Delivery =
  | { reason: Reason }
  | {
      reason: null
      events: JournalEvent[]
      statements: Statement[]
      result: Record<string, unknown>
      refusals?: Record<string, Reason>
    }

const TRIES = 4

/** What this worker takes in; all other kinds are the shelf's. */
const HANDLERS: Partial<Record<EnvelopeKind, (scene: DistrictScene, letter: Letter) => Promise<Delivery>>> = {
  nomination: receiveNomination,
  decision: receiveDecision,
  cohort_offer: receiveCohortOffer,
  guest_nomination: receiveGuestNomination,
  guest_answer: receiveGuestAnswer,
  guest_state: receiveGuestState,
  guest_result: receiveGuestResult,
  guest_certificate: receiveGuestCertificate,
}

function handle(scene: DistrictScene, letter: Letter): Promise<Delivery> {
  return HANDLERS[letter.kind]?.(scene, letter) ?? Promise.resolve({ reason: 'kind-unknown' })
}

/** Writes the letter into the inbox with all it does, in one batch; a reason of refusal when an assertion named one. */
async function accept(scene: DistrictScene, letter: Letter, delivery: Delivery): Promise<Receipt | Reason | null> {
  const { id, kind, sender, body } = letter
  const outcome = delivery.reason === null ? 'accepted' : 'refused'
  const result = delivery.reason === null ? delivery.result : null
  const receipt: Receipt = { id, outcome, reason: delivery.reason, result }
  const received = {
    entity: `${id}/received`,
    version: 1,
    verb: 'receive',
    after: { kind, outcome, reason: delivery.reason, ...carriedData(kind, body) },
  }
  const row = insert(inbox, {
    ...receipt,
    kind,
    sender: sender.slug,
    senderName: sender.name,
    body,
    receivedAt: scene.now,
  })
  const [events, statements] = delivery.reason === null ? [delivery.events, delivery.statements] : [[], []]
  const refusal = await commit(scene.store.tenant, scene.hand, [received, ...events], [row, ...statements], null)
  if (!refusal) return receipt
  const named = refusal.kind === 'assertion' && delivery.reason === null ? delivery.refusals?.[refusal.name] : undefined
  return named ?? null
}

/**
 * 签收：verifies an envelope and lets it take effect once, whatever the queue does; a repeat gets the first receipt.
 * A forged one leaves no trace, so that it cannot use up the id of a true one.
 */
export async function deliverEnvelope(store: Store, envelope: Envelope, now: string): Promise<Receipt> {
  const letter = await openEnvelope(envelope, store.tenant.district.slug, publicKeysOf(store.secrets.SIGNING_KEYS))
  if (!letter) return { id: envelope.id, outcome: 'refused', reason: 'signature-invalid', result: null }
  const scene = jobScene(store, { name: 'carrier', now, requestId: letter.id })
  let reason: Reason | null = null
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [[known]] = await store.tenant.read(inboxById({ id: letter.id }))
    if (known) return { id: known.id, outcome: known.outcome, reason: known.reason, result: known.result }
    const delivery: Delivery = reason === null ? await handle(scene, letter) : { reason }
    const answer = await accept(scene, letter, delivery)
    if (answer !== null && typeof answer === 'object') return answer
    reason = answer
  }
  throw new Error(`envelope ${letter.id} lost ${TRIES} races at delivery`)
}
