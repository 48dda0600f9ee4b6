import { type CheckInCode, MAC_CHARACTERS, signedText } from '@shixun/domain/delivery/check-in-code'
import type { DeliveryScene } from '../store.ts'

/** Keys of this isolate as the platform wants them; a worker has a handful. */
const imported = new Map<string, Promise<CryptoKey>>()

function keyOf(text: string): Promise<CryptoKey> {
  const known = imported.get(text)
  if (known) return known
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  const key = crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  imported.set(text, key)
  return key
}

async function macOf(key: string, text: string): Promise<string> {
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(key), new TextEncoder().encode(text)))
  const base64 = btoa(String.fromCharCode(...mac))
  return base64.replaceAll('+', '-').replaceAll('/', '_').slice(0, MAC_CHARACTERS)
}

/** The code of one window of a session, signed with the newest key. */
export async function signedCode(scene: DeliveryScene, session: string, window: number): Promise<CheckInCode> {
  const [kid = '', key = ''] = Object.entries(scene.store.secrets.ATTENDANCE_KEYS)[0] ?? []
  const { id, slug } = scene.store.tenant.district
  return { slug, session, window, kid, mac: await macOf(key, signedText(id, session, window)) }
}

/** Whether this house made a code for this district. The comparison takes the same time whatever differs. */
export async function isGenuine(scene: DeliveryScene, { session, window, kid, mac }: CheckInCode): Promise<boolean> {
  const key = scene.store.secrets.ATTENDANCE_KEYS[kid]
  if (key === undefined) return false
  const own = await macOf(key, signedText(scene.store.tenant.district.id, session, window))
  let differing = own.length ^ mac.length
  for (let at = 0; at < own.length; at++) differing |= own.charCodeAt(at) ^ mac.charCodeAt(at)
  return differing === 0
}
