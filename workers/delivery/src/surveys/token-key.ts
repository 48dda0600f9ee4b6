import type { TokenKey } from '@shixun/db/tenant/schema/surveys'
import { fromBytes, modInverse, modPow, toBytes } from '@shixun/domain/surveys/mod-pow'
import { tokenText } from '@shixun/domain/surveys/token-text'
import { openPersonal, sealPersonal } from '@shixun/http/personal-data'
import { base64url } from 'jose'
import type { DeliveryScene } from '../store.ts'
import { randomBelow } from './chance.ts'

/** RSABSSA-SHA384-PSS-Deterministic of RFC 9474: the serial that is signed has 256 random bits of its own. */
const ALGORITHM = { name: 'RSA-PSS', hash: 'SHA-384' } as const
const SALT_BYTES = 48
const KEY_BYTES = 256

type Place = Pick<DeliveryScene, 'store'>
/** The parts of a private key that the Chinese remainder theorem uses, base64url as in a JWK. */
type PrivateParts = { p: string; q: string; dp: string; dq: string; qi: string }

const placeOf = ({ store }: Place, survey: string) => ({ tenant: store.tenant.district.id, row: `${survey}/key` })
const numberOf = (text: string) => fromBytes(base64url.decode(text))

/** The key of one survey: public as it is shown, private as it is kept, sealed. */
export async function makeTokenKey(scene: Place, survey: string): Promise<{ publicKey: TokenKey; privateKey: string }> {
  const shape = { ...ALGORITHM, modulusLength: KEY_BYTES * 8, publicExponent: Uint8Array.of(1, 0, 1) }
  const pair = (await crypto.subtle.generateKey(shape, true, ['sign', 'verify'])) as CryptoKeyPair
  const { n = '', e = '', p, q, dp, dq, qi } = (await crypto.subtle.exportKey('jwk', pair.privateKey)) as JsonWebKey
  const parts = JSON.stringify({ p, q, dp, dq, qi })
  const privateKey = await sealPersonal(scene.store.secrets.SURVEY_KEYS, placeOf(scene, survey), parts)
  return { publicKey: { n, e }, privateKey }
}

/**
 * RSASP1 by the Chinese remainder theorem. The number is blinded once more before the secret exponents touch it, so
 * that how long it takes tells nothing of them; the check after it keeps a fault from giving the factors away.
 */
function signNumber(key: TokenKey, parts: PrivateParts, given: bigint): bigint | null {
  const [n, e] = [numberOf(key.n), numberOf(key.e)]
  const [p, q, dp, dq, qi] = [parts.p, parts.q, parts.dp, parts.dq, parts.qi].map(numberOf) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  const mask = randomBelow(n, KEY_BYTES)
  const unmask = modInverse(mask, n)
  if (unmask === null || given >= n) return null
  const hidden = (given * modPow(mask, e, n)) % n
  const [first, second] = [modPow(hidden % p, dp, p), modPow(hidden % q, dq, q)]
  const signed = second + q * (((((first - second) % p) + p) * qi) % p)
  const signature = (signed * unmask) % n
  return modPow(signature, e, n) === given ? signature : null
}

/** Signs a blinded token; null when what was sent is no number of this key. */
export async function signBlinded(
  scene: Place,
  survey: { id: string; publicKey: TokenKey; privateKey: string },
  blinded: string,
): Promise<string | null> {
  const parts = await openPersonal(scene.store.secrets.SURVEY_KEYS, placeOf(scene, survey.id), survey.privateKey)
  if (parts === null) throw new Error('the key of a survey does not open')
  const signature = signNumber(survey.publicKey, JSON.parse(parts) as PrivateParts, numberOf(blinded))
  return signature === null ? null : base64url.encode(toBytes(signature, KEY_BYTES))
}

/** Whether a token was signed for this survey. */
export async function isSignedToken(
  survey: { id: string; publicKey: TokenKey },
  token: { serial: string; signature: string },
): Promise<boolean> {
  const jwk = { kty: 'RSA', ...survey.publicKey, alg: 'PS384', ext: true }
  const key = await crypto.subtle.importKey('jwk', jwk, ALGORITHM, false, ['verify'])
  const text = new TextEncoder().encode(tokenText(survey.id, token.serial))
  const signature = new Uint8Array(base64url.decode(token.signature))
  return crypto.subtle.verify({ name: 'RSA-PSS', saltLength: SALT_BYTES }, key, signature, text)
}
