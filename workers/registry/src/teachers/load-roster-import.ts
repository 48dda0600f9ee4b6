import type { rosterImportById } from '@shixun/db/tenant/roster-imports'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ROSTER_IMPORT } from '@shixun/domain/teachers/roster-import'
import { actionsOf } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'

export type RosterImport = ReturnType<ReturnType<typeof rosterImportById>['decode']>

/** Whether the import is there for this visitor: the bureau's are the bureau's, a school's are its own and the bureau's. */
export function reaches(scene: Pick<RegistryScene, 'visitor'>, row: RosterImport | undefined): row is RosterImport {
  const own = unitLimit(scene.visitor, 'teacher.write')
  return row !== undefined && (own === null || row.schoolId === own)
}

/** An import as the API shows it. Whether it is the last one is asked when it is taken back. */
export function importCard(scene: Pick<RegistryScene, 'visitor'>, row: RosterImport) {
  const { swept, schoolId, ...shown } = row
  const actions = actionsOf(scene, ROSTER_IMPORT, row.state, { last: !swept })
  const steps = row.state === 'applying' || row.state === 'undoing' ? ['step'] : []
  const stages = row.state === 'staging' ? ['stage'] : []
  return { ...shown, schoolId: schoolId === '' ? null : schoolId, actions: [...stages, ...steps, ...actions] }
}
