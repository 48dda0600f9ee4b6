import type { recusalById } from '@shixun/db/tenant/conflicts'
import { scopeOf } from '@shixun/domain/identity/permission'
import type { ReviewScene } from '../../store.ts'

export type RecusalRow = ReturnType<ReturnType<typeof recusalById>['decode']>

/** Nobody lifts their own declaration: it is for a colleague to see that it no longer holds. */
export function mayLift(
  scene: ReviewScene,
  row: Pick<RecusalRow, 'personKind' | 'person' | 'how' | 'liftedAt'>,
): boolean {
  const { visitor } = scene
  const standing = row.personKind === 'account' && row.how === 'declared' && row.liftedAt === null
  const other = visitor.kind === 'person' && visitor.account !== row.person
  return standing && other && scopeOf(visitor, 'recusal.lift') !== null
}

export function recusalCard(scene: ReviewScene, { seq: _, ...row }: RecusalRow) {
  return { ...row, actions: mayLift(scene, row) ? ['lift'] : [] }
}
