import type { callById } from '@shixun/db/tenant/calls'
import { CALL } from '@shixun/domain/calls/call'
import { actionsOf } from '../move.ts'
import type { DistrictScene } from '../store.ts'

type Row = ReturnType<ReturnType<typeof callById>['decode']>

/** A call as the API shows it. */
export function callCard(scene: DistrictScene, row: Row) {
  const { createdAt: _, ...shown } = row
  return { ...shown, actions: actionsOf(scene, CALL, row.state, {}) }
}
