import type { DistrictKind } from '../identity/visitor.ts'

/**
 * Kinds of envelope that bureaus exchange. `listing` and `adoption` go to the shelf, all others to a bureau: `guest_…` are
 * about teachers who take part in a cohort of another bureau.
 */
export const ENVELOPE_KINDS = [
  'nomination',
  'decision',
  'listing',
  'adoption',
  'cohort_offer',
  'guest_nomination',
  'guest_answer',
  'guest_state',
  'guest_result',
  'guest_certificate',
] as const
export type EnvelopeKind = (typeof ENVELOPE_KINDS)[number]

/** What travels, before it is signed. `receiver` is a slug, or `catalogue` for the shared shelf. */
export type Letter = {
  id: string
  kind: EnvelopeKind
  sender: { id: string; slug: string; name: string; kind: DistrictKind }
  receiver: string
  body: Record<string, unknown>
  createdAt: string
}

/** A letter as carried: the payload is the exact signed text; the signature is a compact JWS with detached payload. */
export type Envelope = { id: string; receiver: string; payload: string; signature: string }

/** The receiver's answer, which travels back to the sender. */
export type Receipt = {
  id: string
  outcome: 'accepted' | 'refused'
  reason: string | null
  result: Record<string, unknown> | null
}
