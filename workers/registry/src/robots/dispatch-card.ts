import type { dispatchById } from '@shixun/db/tenant/robots'
import { DISPATCH } from '@shixun/domain/inbox/dispatch'
import { actionsOf } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'

export type DispatchRow = ReturnType<ReturnType<typeof dispatchById>['decode']>

/** A message of a robot as the office sees it. */
export function dispatchCard(scene: RegistryScene, { robotId: _, nextAt: __, ...row }: DispatchRow) {
  return { ...row, actions: actionsOf(scene, DISPATCH, row.state, {}) }
}
