import type { callById, callPage } from '@shixun/db/tenant/calls'
import { CALL, windowOpen } from '@shixun/domain/calls/design/call'
import type { AttachmentCard } from '@shixun/domain/calls/design/form'
import { scopeOf } from '@shixun/domain/identity/permission'
import { UNIT_ROLES } from '@shixun/domain/identity/role'
import { actionsOf } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'

type Card = ReturnType<ReturnType<typeof callPage>['decode']>
type Row = ReturnType<ReturnType<typeof callById>['decode']>

/** What this visitor may do to a call besides moving it: edit a draft, amend an open one, extend the window for a unit, apply. */
function furtherActions({ visitor, now }: DistrictScene, row: Card, extendedUntil: string | null): string[] {
  const writes = scopeOf(visitor, 'call.write') !== null
  const kind = visitor.kind === 'person' ? UNIT_ROLES[visitor.role] : undefined
  const fits = (kind === 'school' || kind === 'provider') && row.unitKinds.includes(kind)
  const applies = fits && scopeOf(visitor, 'application.write') !== null && windowOpen(row, now, extendedUntil)
  return [
    ...(writes && row.state === 'draft' ? ['edit'] : []),
    ...(writes && row.state === 'open' ? ['amend'] : []),
    ...(writes && row.state !== 'draft' ? ['extend'] : []),
    ...(writes ? ['attach', 'copy'] : []),
    ...(applies ? ['apply'] : []),
  ]
}

export function callActions(scene: DistrictScene, row: Card, extendedUntil: string | null = null): string[] {
  return [...furtherActions(scene, row, extendedUntil), ...actionsOf(scene, CALL, row.state, {})]
}

/** A file as people see it: where its object lies is nobody's business. */
export function fileCard({ id, name, mediaType, size, sha256 }: AttachmentCard): AttachmentCard {
  return { id, name, mediaType, size, sha256 }
}

/** A call as the API shows it; `extendedUntil` is that of the unit which asks. */
export function callCard(
  scene: DistrictScene,
  row: Row,
  files: readonly AttachmentCard[],
  extendedUntil: string | null = null,
) {
  const { createdAt: _, ...shown } = row
  const actions = callActions(scene, row, extendedUntil)
  return { ...shown, extendedUntil, files: files.map(fileCard), actions }
}
