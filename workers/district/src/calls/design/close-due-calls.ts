import { callsDue } from '@shixun/db/tenant/calls'
import type { DistrictScene } from '../../store.ts'
import { moveCall } from './move-call.ts'

/** Closes every call whose window is over; a unit with an extension may still hand in. */
export async function closeDueCalls(scene: DistrictScene): Promise<number> {
  const [due] = await scene.store.tenant.read(callsDue({ now: scene.now }))
  for (const { id } of due) await moveCall(scene, { id, action: 'close' })
  return due.length
}
