import { sha256 } from '@shixun/db/sha256'
import type { CalendarRow } from '@shixun/db/tenant/calendars'
import type { DeliveryScene } from '../store.ts'

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The key that new calendars are derived with: the first of the worker's. */
export function newestKey(scene: DeliveryScene): string {
  return Object.keys(scene.store.secrets.ATTENDANCE_KEYS)[0] ?? ''
}

/**
 * The secret in the address of a calendar: an HMAC over what it belongs to, so that it can be shown again and is written down
 * nowhere; the database holds its hash. Null when the key is gone: the calendar then needs a new address.
 */
export async function calendarSecret(
  scene: DeliveryScene,
  { id, kid, version }: Pick<CalendarRow, 'id' | 'kid' | 'version'>,
): Promise<string | null> {
  const bytes = scene.store.secrets.ATTENDANCE_KEYS[kid]
  if (bytes === undefined) return null
  const raw = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const text = `calendar\n${scene.store.tenant.district.id}\n${id}\n${version}`
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))))
}

/** What the database keeps of a secret. */
export function secretHash(secret: string): Promise<string> {
  return sha256(secret)
}
