import { applicationById, attachmentsOf } from '@shixun/db/tenant/calls'
import { countersBetween } from '@shixun/db/tenant/house'
import { type Permission, unitLimit } from '@shixun/domain/identity/permission'
import type { DistrictScene } from '../store.ts'

/** Loads an application, its attachments and the counters of numbers in one trip. Another unit's row is as unknown as none: it must not be guessable. */
export async function loadApplication(scene: DistrictScene, id: string, permission: Permission) {
  const [[row], attachments, counters] = await scene.store.tenant.read(
    applicationById({ id }),
    attachmentsOf({ id }),
    countersBetween({ from: 'number.', to: 'number.~' }),
  )
  const limit = unitLimit(scene.visitor, permission)
  if (!row || (limit !== null && row.unitId !== limit)) return null
  return { row, attachments, counters }
}
