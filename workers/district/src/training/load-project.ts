import { openAmendmentOf } from '@shixun/db/tenant/agreements'
import { rubricById } from '@shixun/db/tenant/quality'
import { agreementOf, projectById } from '@shixun/db/tenant/training'
import { type Permission, unitLimit } from '@shixun/domain/identity/permission'
import type { ProjectFacts } from '@shixun/domain/quality/assessments/project-facts'
import { projectFactReads, projectFactsOf } from '@shixun/tenant/project-facts'
import type { DistrictScene } from '../store.ts'

/**
 * Loads a project, its agreement in force, the amendment that waits and, when a verb names one, a rubric with the facts that its
 * measured leaves rest on, in one trip. Another unit's project is as unknown as none.
 */
export async function loadProject(
  scene: DistrictScene,
  id: string,
  permission: Permission,
  rubricId: string | null = null,
) {
  const found = await readProject(scene, id, rubricId)
  const limit = unitLimit(scene.visitor, permission)
  const { row, agreement } = found
  return row && agreement && (limit === null || row.unitId === limit) ? { ...found, row, agreement } : null
}

async function readProject({ store }: DistrictScene, id: string, rubricId: string | null) {
  const standing = [projectById({ id }), agreementOf({ id }), openAmendmentOf({ id })] as const
  if (rubricId === null) {
    const [[row], [agreement], [amendment = null]] = await store.tenant.read(...standing)
    return { row, agreement, amendment, rubric: undefined, facts: null }
  }
  const [[row], [agreement], [amendment = null], [rubric], ...rows] = await store.tenant.read(
    ...standing,
    rubricById({ id: rubricId }),
    ...projectFactReads([id]),
  )
  const facts: ProjectFacts | null = rows[0][0] ? projectFactsOf(rows[0][0], rows) : null
  return { row, agreement, amendment, rubric, facts }
}
