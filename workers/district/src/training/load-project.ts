import { openAmendmentOf } from '@shixun/db/tenant/agreements'
import { roundsOfProject } from '@shixun/db/tenant/follow-ups'
import { rubricById } from '@shixun/db/tenant/quality'
import { surveysOfProject } from '@shixun/db/tenant/surveys'
import { agreementOf, projectById } from '@shixun/db/tenant/training'
import { type Permission, unitLimit } from '@shixun/domain/identity/permission'
import type { DistrictScene } from '../store.ts'

/** Loads a project, its agreement in force, the amendment that waits and, when a verb names one, a rubric in one trip. Another unit's project is as unknown as none. */
export async function loadProject(
  scene: DistrictScene,
  id: string,
  permission: Permission,
  rubricId: string | null = null,
) {
  // what was measured matters to an evaluation alone
  const evaluated = rubricId === null ? '' : id
  const [[row], [agreement], [amendment = null], [rubric], surveys, rounds] = await scene.store.tenant.read(
    projectById({ id }),
    agreementOf({ id }),
    openAmendmentOf({ id }),
    rubricById({ id: rubricId }),
    surveysOfProject({ id: evaluated }),
    roundsOfProject({ id: evaluated }),
  )
  const limit = unitLimit(scene.visitor, permission)
  return row && agreement && (limit === null || row.unitId === limit)
    ? { row, agreement, amendment, rubric, surveys, rounds }
    : null
}
