import { base64url } from 'jose'
import { keyBytes, keyedMac } from './keyed-mac.ts'

/** Keys of personal data by key id, each 32 bytes in base64: the first encrypts and every one decrypts. */
export type KeyRing = Readonly<Record<string, string>>

/** Where a sealed text belongs. Carried to another row or tenant it does not open. */
export type PersonalPlace = { tenant: string; row: string }

const ALGORITHM = 'A256GCM'
const NONCE_BYTES = 12

/** Keys of this isolate as the platform wants them; a worker has a handful. */
const imported = new Map<string, Promise<CryptoKey>>()

function keyOf(text: string): Promise<CryptoKey> {
  const key =
    imported.get(text) ?? crypto.subtle.importKey('raw', keyBytes(text), 'AES-GCM', false, ['encrypt', 'decrypt'])
  imported.set(text, key)
  return key
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

function cipherOf(place: PersonalPlace, iv: Uint8Array<ArrayBuffer>) {
  return { name: 'AES-GCM', iv, additionalData: bytesOf(`${place.tenant}/${place.row}`) }
}

/** Encrypts a text for one row of one tenant: `keyId.A256GCM.nonce.cipher`, the last two base64url. */
export async function sealPersonal(ring: KeyRing, place: PersonalPlace, text: string): Promise<string> {
  const [first] = Object.entries(ring)
  if (!first) throw new TypeError('no key of personal data')
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const cipher = await crypto.subtle.encrypt(cipherOf(place, nonce), await keyOf(first[1]), bytesOf(text))
  return [first[0], ALGORITHM, base64url.encode(nonce), base64url.encode(new Uint8Array(cipher))].join('.')
}

/** The text, or null when key, row, tenant or any bit is not the one it was sealed with. */
export async function openPersonal(ring: KeyRing, place: PersonalPlace, sealed: string): Promise<string | null> {
  const [keyId = '', algorithm, nonce = '', cipher = '', ...rest] = sealed.split('.')
  const text = ring[keyId]
  if (text === undefined || algorithm !== ALGORITHM || rest.length > 0) return null
  const key = await keyOf(text)
  try {
    const iv = new Uint8Array(base64url.decode(nonce))
    const plain = await crypto.subtle.decrypt(cipherOf(place, iv), key, new Uint8Array(base64url.decode(cipher)))
    return new TextDecoder().decode(plain)
  } catch {
    return null
  }
}

/** What a text is found by: HMAC-SHA-256 with a key of 32 bytes in base64, as base64url. The tenant is bound, so that no two bureaus can compare theirs. */
export function personalMac(macKey: string, tenant: string, text: string): Promise<string> {
  return keyedMac(macKey, JSON.stringify([tenant, text]))
}
