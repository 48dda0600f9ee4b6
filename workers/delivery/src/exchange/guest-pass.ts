import { keyedMac } from '@shixun/http/keyed-mac'
import type { DeliveryScene } from '../store.ts'

/** The key that new passes are derived with. */
export function passKid({ store }: Pick<DeliveryScene, 'store'>): string {
  return Object.keys(store.secrets.ATTENDANCE_KEYS)[0] ?? ''
}

/**
 * What a guest checks in with at another bureau: derived whenever it is shown and stored nowhere. The organiser has its
 * SHA-256 alone, so nobody there can check in for a guest. Null when the key is gone.
 */
export async function guestPass(
  scene: Pick<DeliveryScene, 'store'>,
  kid: string,
  guest: string,
): Promise<string | null> {
  const key = scene.store.secrets.ATTENDANCE_KEYS[kid]
  if (key === undefined) return null
  return `${kid}.${await keyedMac(key, JSON.stringify(['guest-pass', scene.store.tenant.district.id, guest]))}`
}
