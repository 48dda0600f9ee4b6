import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify } from 'jose'
import * as z from 'zod'

/** Algorithms a client may sign with; its registered key decides which of them. */
const ALGORITHMS = ['EdDSA', 'ES256'] as const
const LONGEST_SECONDS = 60
const SKEW_SECONDS = 5
/** Header members that name a key or an address of one: a client's key is the registered one. */
const FOREIGN_KEYS = ['jku', 'jwk', 'x5u', 'x5c', 'crit']

const Claims = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.string(),
  exp: z.int(),
  iat: z.int().optional(),
  jti: z.string().min(8).max(128),
})

type Registered = { client: string; jwk: Record<string, unknown>; issuer: string; nowMs: number }

/** The client that an assertion says it is from; nothing of it is believed yet. */
export function claimedClient(assertion: string): string | null {
  try {
    const { iss } = decodeJwt(assertion)
    return typeof iss === 'string' && iss.length <= 40 ? iss : null
  } catch {
    return null
  }
}

function algorithmOf(jwk: Record<string, unknown>): (typeof ALGORITHMS)[number] | null {
  if (jwk['kty'] === 'OKP' && jwk['crv'] === 'Ed25519') return 'EdDSA'
  return jwk['kty'] === 'EC' && jwk['crv'] === 'P-256' ? 'ES256' : null
}

/**
 * Verifies a private_key_jwt: signed by the registered key with its own algorithm, from and about the client, for this
 * issuer alone (one text, no list), at most 60 seconds to live. Null when anything is otherwise; nobody is told what.
 */
export async function checkAssertion(
  assertion: string,
  { client, jwk, issuer, nowMs }: Registered,
): Promise<{ jti: string; exp: number } | null> {
  const algorithm = algorithmOf(jwk)
  if (algorithm === null) return null
  const nowS = Math.floor(nowMs / 1000)
  try {
    if (FOREIGN_KEYS.some((member) => member in decodeProtectedHeader(assertion))) return null
    const { payload } = await jwtVerify(assertion, await importJWK(jwk as JWK, algorithm), {
      algorithms: [algorithm],
      issuer: client,
      subject: client,
      audience: issuer,
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(nowMs),
    })
    const claims = Claims.parse(payload)
    if (claims.exp > (claims.iat ?? nowS) + LONGEST_SECONDS || claims.exp > nowS + LONGEST_SECONDS + SKEW_SECONDS)
      return null
    return { jti: claims.jti, exp: claims.exp }
  } catch {
    return null
  }
}
