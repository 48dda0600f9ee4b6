import { agreementBeforeAmendment, amendmentById, projectOfAmendment } from '@shixun/db/tenant/agreements'
import { type Permission, unitLimit } from '@shixun/domain/identity/permission'
import type { DistrictScene } from '../store.ts'

/** Loads an amendment, its project and the agreement that it changes in one trip. Another unit's is as unknown as none. */
export async function loadAmendment(scene: DistrictScene, id: string, permission: Permission) {
  const [[row], [project], [before]] = await scene.store.tenant.read(
    amendmentById({ id }),
    projectOfAmendment({ id }),
    agreementBeforeAmendment({ id }),
  )
  const limit = unitLimit(scene.visitor, permission)
  return row && project && before && (limit === null || project.unitId === limit) ? { row, project, before } : null
}
