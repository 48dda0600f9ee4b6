import { agreementOf, projectById } from '@shixun/db/tenant/training'
import { type Permission, unitLimit } from '@shixun/domain/identity/permission'
import type { DistrictScene } from '../store.ts'

/** Loads a project and its agreement in one trip. Another unit's project is as unknown as none. */
export async function loadProject(scene: DistrictScene, id: string, permission: Permission) {
  const [[row], [agreement]] = await scene.store.tenant.read(projectById({ id }), agreementOf({ id }))
  const limit = unitLimit(scene.visitor, permission)
  return row && agreement && (limit === null || row.unitId === limit) ? { row, agreement } : null
}
