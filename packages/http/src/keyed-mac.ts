import { base64url } from 'jose'

/** Keys of this isolate as the platform wants them; a worker has a handful. */
const imported = new Map<string, Promise<CryptoKey>>()

/** The 32 bytes of a key that is written in base64. */
export function keyBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  if (bytes.length !== 32) throw new TypeError('a key has 32 bytes')
  return bytes
}

function keyOf(text: string): Promise<CryptoKey> {
  const key =
    imported.get(text) ??
    crypto.subtle.importKey('raw', keyBytes(text), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  imported.set(text, key)
  return key
}

/** HMAC-SHA-256 of a text with a key of 32 bytes in base64, as base64url. */
export async function keyedMac(key: string, text: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await keyOf(key), new TextEncoder().encode(text))
  return base64url.encode(new Uint8Array(mac))
}
