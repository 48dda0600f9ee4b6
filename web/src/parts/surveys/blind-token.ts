import { fromBytes, modInverse, modPow, toBytes } from '@shixun/domain/surveys/mod-pow'

/** A survey's public key: modulus and exponent in base64url. */
export interface TokenKey {
  n: string
  e: string
}
/** What the device keeps from asking for a token until it has one. */
export interface Blinding {
  blinded: string
  inverse: string
}

const KEY_BYTES = 256
const HASH_BYTES = 48
const SALT_BYTES = 48
const ALGORITHM = { name: 'RSA-PSS', hash: 'SHA-384' } as const

export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0))
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', bytes))
}

/** MGF1 of RFC 8017, appendix B.2.1. */
async function mask(seed: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const blocks: Uint8Array[] = []
  for (let counter = 0; counter * HASH_BYTES < length; counter++)
    blocks.push(await hash(joined(seed, toBytes(BigInt(counter), 4))))
  return joined(...blocks).slice(0, length)
}

/** EMSA-PSS-ENCODE of RFC 8017, section 9.1.1, with SHA-384, for a modulus whose bits fill its bytes. */
async function encodePss(
  message: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  bytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const digest = await hash(joined(new Uint8Array(8), await hash(message), salt))
  const data = joined(new Uint8Array(bytes - salt.length - HASH_BYTES - 2), Uint8Array.of(1), salt)
  const covered = (await mask(digest, data.length)).map((byte, index) => byte ^ (data[index] ?? 0))
  covered[0] = (covered[0] ?? 0) & 0x7f
  return joined(covered, digest, Uint8Array.of(0xbc))
}

/** Blind of RFC 9474, section 4.2, given salt and blinding factor. Null when the factor has no inverse. */
export async function blindWith(
  key: TokenKey,
  message: Uint8Array<ArrayBuffer>,
  { salt, factor }: { salt: Uint8Array<ArrayBuffer>; factor: bigint },
): Promise<Blinding | null> {
  const modulus = bytesOf(key.n)
  const n = fromBytes(modulus)
  const inverse = modInverse(factor, n)
  if (inverse === null) return null
  const encoded = fromBytes(await encodePss(message, salt, modulus.length))
  const blinded = (encoded * modPow(factor, fromBytes(bytesOf(key.e)), n)) % n
  return {
    blinded: base64url(toBytes(blinded, modulus.length)),
    inverse: base64url(toBytes(inverse, modulus.length)),
  }
}

/** A key that could mark its holder: too short or even, or with another exponent than every survey has. */
export function isSoundKey({ n, e }: TokenKey): boolean {
  const modulus = bytesOf(n)
  const first = modulus[0] ?? 0
  return modulus.length === KEY_BYTES && first >= 0x80 && ((modulus[KEY_BYTES - 1] ?? 0) & 1) === 1 && e === 'AQAB'
}

/** Blinds the text of a token: the server signs a number that fits every token there can be. */
export async function blindToken(key: TokenKey, text: string): Promise<Blinding> {
  const n = fromBytes(bytesOf(key.n))
  for (;;) {
    // 64 bits more than the modulus make the bias of the remainder nothing
    const factor = 1n + (fromBytes(crypto.getRandomValues(new Uint8Array(KEY_BYTES + 8))) % (n - 1n))
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
    const made = await blindWith(key, new TextEncoder().encode(text), { salt, factor })
    if (made) return made
  }
}

/** Finalize of RFC 9474, section 4.4: takes the blinding off and checks the signature; null when it is none of this key. */
export async function finishToken(
  key: TokenKey,
  text: string,
  signed: { signature: string; inverse: string },
): Promise<string | null> {
  const modulus = bytesOf(key.n)
  const n = fromBytes(modulus)
  const signature = toBytes(
    (fromBytes(bytesOf(signed.signature)) * fromBytes(bytesOf(signed.inverse))) % n,
    modulus.length,
  )
  const jwk = { kty: 'RSA', n: key.n, e: key.e, alg: 'PS384', ext: true }
  const verifier = await crypto.subtle.importKey('jwk', jwk, ALGORITHM, false, ['verify'])
  const message = new TextEncoder().encode(text)
  const holds = await crypto.subtle.verify({ name: 'RSA-PSS', saltLength: SALT_BYTES }, verifier, signature, message)
  return holds ? base64url(signature) : null
}

/** 256 random bits that name a token. */
export function newSerial(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}
