import { createHmac } from 'node:crypto'
import type { Veil } from '@shixun/http/bind'
import type { Pepper } from './passwords.ts'

/** What is made with a key that the database does not hold: names of counters, fingerprints of requests, sealed answers. */
export type Keyed = Veil & {
  /** The name of a counter; nobody who reads the table learns an address or a user name from it. */
  subject(kind: 'acc' | 'dev' | 'adr' | 'sup' | 'pwd', ...parts: string[]): string
  /** An answer that holds an activation code, as it may be stored for a repeat of its request. */
  seal(body: unknown): Promise<{ sealed: string }>
}

function hmac(key: Buffer, purpose: string, text: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\0${text}`, 'utf8').digest()
}

function aesKey({ key }: Pepper): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new Uint8Array(hmac(key, 'repeats', '')), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
}

async function unseal(peppers: readonly Pepper[], body: string): Promise<string> {
  const sealed = /^\{"sealed":"(\w+)\.([\w-]+)\.([\w-]+)"\}$/.exec(body)
  if (!sealed) return body
  const [, id, iv = '', cipher = ''] = sealed
  const pepper = peppers.find((one) => one.id === id)
  if (!pepper) throw new Error(`no pepper ${id}`)
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(iv) }, await aesKey(pepper), bytes(cipher))
  return new TextDecoder().decode(plain)
}

export function makeKeyed(peppers: readonly Pepper[]): Keyed {
  const [current] = peppers
  if (!current) throw new Error('no pepper')
  return {
    subject: (kind, ...parts) =>
      `${kind}:${hmac(current.key, kind, parts.join('\0')).toString('base64url').slice(0, 27)}`,
    fingerprint: async (plain) => hmac(current.key, 'fingerprint', plain).toString('hex'),
    async seal(body) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const plain = new TextEncoder().encode(JSON.stringify(body))
      const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await aesKey(current), plain)
      const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
      return { sealed: `${current.id}.${text(iv)}.${text(new Uint8Array(cipher))}` }
    },
    unseal: (body) => unseal(peppers, body),
  }
}
