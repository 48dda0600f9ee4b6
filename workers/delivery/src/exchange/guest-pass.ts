import type { DeliveryScene } from '../store.ts'

const textBytes = (text: string) => new TextEncoder().encode(text)

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

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
  const bytes = Uint8Array.from(atob(key), (char) => char.charCodeAt(0))
  const use = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', bytes, use, false, ['sign'])
  const said = textBytes(JSON.stringify(['guest-pass', scene.store.tenant.district.id, guest]))
  return `${kid}.${base64url(new Uint8Array(await crypto.subtle.sign('HMAC', imported, said)))}`
}
