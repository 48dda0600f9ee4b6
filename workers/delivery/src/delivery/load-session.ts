import { sessionWithCohort } from '@shixun/db/tenant/attendance'
import { settingByKey } from '@shixun/db/tenant/house'
import type { AttendanceRules } from '@shixun/domain/delivery/attendance'
import { type Permission, unitLimit } from '@shixun/domain/identity/permission'
import type { DeliveryScene } from '../store.ts'
import { ATTENDANCE, attendanceRulesOf } from './attendance-rules.ts'

export type SessionRow = ReturnType<ReturnType<typeof sessionWithCohort>['decode']>

/** Whether this visitor runs what belongs to a unit, or oversees it. */
export function runs(scene: DeliveryScene, permission: Permission, unitId: string): boolean {
  const unit = unitLimit(scene.visitor, permission)
  return unit === null || unit === unitId
}

/** A session with its cohort and the rules of attendance, for who runs it; another unit's is not found. */
export async function loadSession(
  scene: DeliveryScene,
  id: string,
  permission: Permission,
): Promise<{ session: SessionRow; rules: AttendanceRules } | null> {
  const [[session], [setting]] = await scene.store.tenant.read(
    sessionWithCohort({ id }),
    settingByKey({ key: ATTENDANCE }),
  )
  if (!session || !runs(scene, permission, session.unitId)) return null
  return { session, rules: attendanceRulesOf(setting?.value) }
}
