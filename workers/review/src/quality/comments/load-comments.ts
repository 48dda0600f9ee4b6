import {
  commentsById,
  expertNames,
  providerNames,
  schoolNames,
  statesOfCommentedSheets,
} from '@shixun/db/tenant/comments'
import { type Permission, unitLimit } from '@shixun/domain/identity/permission'
import type { ReviewScene } from '../../store.ts'
import type { CommentFacts, CommentRow } from './comment-card.ts'

/** Names that have no place in a comment: every expert, and every unit but the one that reads it. */
export function namesToHide(
  experts: readonly { name: string }[],
  units: readonly { name: string }[],
  own: string,
): string[] {
  return [...experts, ...units.filter(({ name }) => name !== own)].map(({ name }) => name)
}

/** Loads the comments on one application. Those of another unit, and those that are not released to it, are as unknown as none. */
export async function loadComments(
  scene: ReviewScene,
  id: string,
  permission: Permission,
): Promise<{ row: CommentRow; facts: CommentFacts } | null> {
  const [[row], states, experts, schools, providers] = await scene.store.tenant.read(
    commentsById({ id }),
    statesOfCommentedSheets({ id }),
    expertNames(),
    schoolNames(),
    providerNames(),
  )
  const unit = unitLimit(scene.visitor, permission)
  if (!row) return null
  if (unit !== null && (row.unitId !== unit || (row.state !== 'released' && row.state !== 'acknowledged'))) return null
  const counting = new Set(states.filter(({ state }) => state === 'submitted').map((sheet) => sheet.id))
  return {
    row,
    facts: {
      counts: (sheet) => counting.has(sheet),
      names: namesToHide(experts, [...schools, ...providers], row.unitName),
    },
  }
}
