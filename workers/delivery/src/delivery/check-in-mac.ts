import { type CheckInCode, MAC_CHARACTERS, signedText } from '@shixun/domain/delivery/check-in-code'
import { keyedMac } from '@shixun/http/keyed-mac'
import type { DeliveryScene } from '../store.ts'

async function macOf(key: string, text: string): Promise<string> {
  return (await keyedMac(key, text)).slice(0, MAC_CHARACTERS)
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
