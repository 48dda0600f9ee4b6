import { sha256 } from '@shixun/db/sha256'
import type { CalendarRow } from '@shixun/db/tenant/calendars'
import { keyedMac } from '@shixun/http/keyed-mac'
import type { DeliveryScene } from '../store.ts'

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
  const key = scene.store.secrets.ATTENDANCE_KEYS[kid]
  return key === undefined ? null : keyedMac(key, `calendar\n${scene.store.tenant.district.id}\n${id}\n${version}`)
}

/** What the database keeps of a secret. */
export function secretHash(secret: string): Promise<string> {
  return sha256(secret)
}
