import type { recomputationOfPolicy } from '@shixun/db/tenant/policies'
import { scopeOf } from '@shixun/domain/identity/permission'
import type { RegistryScene } from '../store.ts'

export type RecomputationRow = ReturnType<ReturnType<typeof recomputationOfPolicy>['decode']>

const ACTIONS: Record<RecomputationRow['state'], readonly string[]> = {
  running: ['step', 'pause'],
  paused: ['resume'],
  done: ['restart'],
}

/** How far a recomputation is, and what this visitor may do about it. */
export function recomputationCard(scene: Pick<RegistryScene, 'visitor'>, row: RecomputationRow) {
  const { months: _, cursor: __, ...shown } = row
  const mine = scopeOf(scene.visitor, 'policy.write') !== null
  const open = ACTIONS[row.state].filter((action) => row.kind === 'compute' || action !== 'restart')
  return { ...shown, actions: mine ? open : [] }
}
