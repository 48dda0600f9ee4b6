import type { schoolById } from '@shixun/db/tenant/roster'
import { scopeOf } from '@shixun/domain/identity/permission'
import type { RegistryScene } from '../store.ts'

export type SchoolRow = ReturnType<ReturnType<typeof schoolById>['decode']>

/** A school as the API shows it. */
export function schoolCard(scene: Pick<RegistryScene, 'visitor'>, row: SchoolRow) {
  const { id, version, code, name, area, phase } = row
  const actions = scopeOf(scene.visitor, 'school.write') === null ? [] : ['edit']
  return { id, version, actions, code, name, area, phase }
}
