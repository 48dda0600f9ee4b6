import { Letter as LetterShape } from '@shixun/contract/letter'
import type { Envelope, Letter } from '@shixun/domain/exchange/envelope'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import type { JSONWebKeySet, JWK } from 'jose'
import { signDetached, verifyDetached } from './signing.ts'

/** Seals a letter: its canonical text is what is signed and what travels. */
export async function sealLetter(letter: Letter, privateJwk: JWK): Promise<Envelope> {
  const payload = canonicalJson(letter)
  return { id: letter.id, receiver: letter.receiver, payload, signature: await signDetached(payload, privateJwk) }
}

function parsed(payload: string): Letter | null {
  try {
    const letter = LetterShape.safeParse(JSON.parse(payload))
    return letter.success ? letter.data : null
  } catch {
    return null
  }
}

/** Opens an envelope addressed to `receiver`; null when the signature, the address or the shape does not hold. */
export async function openEnvelope(envelope: Envelope, receiver: string, jwks: JSONWebKeySet): Promise<Letter | null> {
  if ((await verifyDetached(envelope.payload, envelope.signature, jwks)) === null) return null
  const letter = parsed(envelope.payload)
  if (!letter || letter.id !== envelope.id || letter.receiver !== envelope.receiver || letter.receiver !== receiver)
    return null
  return letter
}
