import { type FollowUpRow, followUpById } from '@shixun/db/tenant/follow-ups'
import { type Permission, scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import type { DeliveryScene } from '../store.ts'

/** A follow-up of the teacher's own, of the school's teachers, or of the runner's cohort; any other is as unknown as none. */
export function seenFollowUp(
  { visitor }: Pick<DeliveryScene, 'visitor'>,
  permission: Permission,
  row: FollowUpRow | undefined,
): FollowUpRow | null {
  if (!row) return null
  const limit = unitLimit(visitor, permission)
  if (scopeOf(visitor, permission) === 'self') return row.teacherId === limit ? row : null
  return limit === null || row.schoolId === limit || row.unitId === limit ? row : null
}

export async function loadFollowUp(scene: DeliveryScene, id: string, permission: Permission) {
  const [[row]] = await scene.store.tenant.read(followUpById({ id }))
  return seenFollowUp(scene, permission, row)
}
