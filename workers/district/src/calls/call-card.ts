import type { callById, callPage } from '@shixun/db/tenant/calls'
import { CALL, windowOpen } from '@shixun/domain/calls/call'
import { scopeOf } from '@shixun/domain/identity/permission'
import { UNIT_ROLES } from '@shixun/domain/identity/role'
import { actionsOf } from '../move.ts'
import type { DistrictScene } from '../store.ts'

type Card = ReturnType<ReturnType<typeof callPage>['decode']>
type Row = ReturnType<ReturnType<typeof callById>['decode']>

/** What this visitor may do to a call besides moving it: edit a draft, extend the window for a unit, apply. */
function furtherActions({ visitor, now }: DistrictScene, row: Card): string[] {
  const writes = scopeOf(visitor, 'call.write') !== null
  const kind = visitor.kind === 'person' ? UNIT_ROLES[visitor.role] : undefined
  const fits = (kind === 'school' || kind === 'provider') && row.unitKinds.includes(kind)
  const applies = fits && scopeOf(visitor, 'application.write') !== null && windowOpen(row, now, null)
  return [
    ...(writes && row.state === 'draft' ? ['edit'] : []),
    ...(writes && row.state !== 'draft' ? ['extend'] : []),
    ...(applies ? ['apply'] : []),
  ]
}

export function callActions(scene: DistrictScene, row: Card): string[] {
  return [...furtherActions(scene, row), ...actionsOf(scene, CALL, row.state, {})]
}

/** A call as the API shows it. */
export function callCard(scene: DistrictScene, row: Row) {
  const { createdAt: _, ...shown } = row
  return { ...shown, actions: callActions(scene, row) }
}
