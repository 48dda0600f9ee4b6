import { sha256 } from '@shixun/db/sha256'
import { checkInOfGuest } from '@shixun/db/tenant/attendance'
import type { Verdict } from '@shixun/http/scene'
import { takeCheckIn } from '../delivery/check-in.ts'
import type { DeliveryScene } from '../store.ts'

/** 外局学员扫码签到：whoever shows the code of the screen and the pass that the home bureau gave to one teacher alone. */
export async function checkInGuest(
  scene: DeliveryScene,
  { body }: { body: { code: string; pass: string } },
): Promise<Verdict> {
  const pass = await sha256(body.pass)
  return takeCheckIn(scene, body.code, (id) => checkInOfGuest({ id, pass }))
}
