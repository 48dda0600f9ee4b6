import { createLocalJWKSet, FlattenedSign, flattenedVerify, type JSONWebKeySet, type JWK } from 'jose'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/**
 * Signs the exact bytes of a text (UTF-8) as a compact JWS with detached, unencoded payload (RFC 7797, EdDSA).
 * The key must carry its `kid`: a verifier finds the public half by it.
 */
export async function signDetached(text: string, privateJwk: JWK): Promise<string> {
  if (!privateJwk.kid) throw new TypeError('a signing key needs a kid')
  const header = { alg: 'EdDSA', kid: privateJwk.kid, b64: false, crit: ['b64'] }
  const signed = await new FlattenedSign(bytesOf(text)).setProtectedHeader(header).sign({ alg: 'EdDSA', ...privateJwk })
  return `${signed.protected}..${signed.signature}`
}

/** The id of the key that signed this text, or null when no key of the set did, or the text was changed since. */
export async function verifyDetached(text: string, jws: string, jwks: JSONWebKeySet): Promise<string | null> {
  const [head, empty, signature, ...rest] = jws.split('.')
  if (!head || empty !== '' || !signature || rest.length > 0) return null
  try {
    const given = { protected: head, payload: bytesOf(text), signature }
    const { protectedHeader } = await flattenedVerify(given, createLocalJWKSet(jwks), { algorithms: ['EdDSA'] })
    return protectedHeader?.kid && protectedHeader.b64 === false ? protectedHeader.kid : null
  } catch {
    return null
  }
}

/** The public half of private keys, as a set to verify with. */
export function publicKeysOf(privateJwks: readonly JWK[]): JSONWebKeySet {
  return { keys: privateJwks.map(({ d: _, ...shown }) => shown) }
}
