import type { transferById } from '@shixun/db/tenant/transfers'
import { unitLimit } from '@shixun/domain/identity/permission'
import { TRANSFER } from '@shixun/domain/teachers/transfer'
import { actionsOf } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'

export type TransferRow = ReturnType<ReturnType<typeof transferById>['decode']>

/** On which side of a transfer a visitor stands; the bureau stands on both, a school that has no part in it on none. */
export function sidesOf(
  scene: Pick<RegistryScene, 'visitor'>,
  row: TransferRow,
): { sends: boolean; receives: boolean } {
  const own = unitLimit(scene.visitor, 'transfer.read')
  return { sends: own === null || row.fromSchoolId === own, receives: own === null || row.toSchoolId === own }
}

/** A transfer as the API shows it. */
export function transferCard(scene: Pick<RegistryScene, 'visitor'>, row: TransferRow) {
  return { ...row, actions: actionsOf(scene, TRANSFER, row.state, sidesOf(scene, row)) }
}
