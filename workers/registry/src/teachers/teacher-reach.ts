import { teacherRecordById } from '@shixun/db/tenant/teacher-records'
import { type Permission, scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import type { RegistryScene } from '../store.ts'
import type { TeacherRecord } from './teacher-numbers.ts'

/** Whether the permission reaches this teacher: the bureau all, a school its own, a teacher themselves. */
export function reachesTeacher(
  { visitor }: Pick<RegistryScene, 'visitor'>,
  permission: Permission,
  row: { id: string; schoolId: string } | undefined,
): boolean {
  if (!row) return false
  const own = unitLimit(visitor, permission)
  const alone = scopeOf(visitor, permission) === 'self'
  return own === null || (alone ? row.id : row.schoolId) === own
}

/** The teacher with the sealed numbers, or null where the permission does not reach. */
export async function loadTeacher(
  scene: RegistryScene,
  permission: Permission,
  id: string,
): Promise<TeacherRecord | null> {
  const [[row]] = await scene.store.tenant.read(teacherRecordById({ id }))
  return row && reachesTeacher(scene, permission, row) ? row : null
}
