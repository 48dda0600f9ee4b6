import type { commentsById } from '@shixun/db/tenant/comments'
import { scopeOf } from '@shixun/domain/identity/permission'
import { COMMENT_RELEASE } from '@shixun/domain/quality/comments/comment-release'
import { namesLeft, releasable } from '@shixun/domain/quality/comments/released-comments'
import { actionsOf } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'

export type CommentRow = ReturnType<ReturnType<typeof commentsById>['decode']>
/** What is known beside the row: which of its sheets still count, and the names that have no place in it. */
export type CommentFacts = { counts: (sheetId: string) => boolean; names: readonly string[] }

export function commentCard(scene: ReviewScene, row: CommentRow, facts: { somethingToRelease?: boolean }) {
  const { id, version, panelId, applicationId, title, unitName, state, releasedAt, released } = row
  const editable =
    (state === 'draft' || state === 'withdrawn') && scopeOf(scene.visitor, 'review_comment.write') !== null
  return {
    id,
    version,
    actions: [...(editable ? ['edit'] : []), ...actionsOf(scene, COMMENT_RELEASE, state, facts)],
    panelId,
    applicationId,
    title,
    unitName,
    state,
    releasedAt,
    released,
  }
}

/** The comments on one application as the office works on them; sheets' ids stay where they are. */
export function commentView(scene: ReviewScene, row: CommentRow, { counts, names }: CommentFacts) {
  const goingOut = row.experts.filter(({ sheetId }) => counts(sheetId))
  const somethingToRelease = releasable(row.experts, counts).length > 0
  return {
    ...commentCard(scene, row, { somethingToRelease }),
    releasedBy: row.releasedBy,
    withdrawNote: row.withdrawNote,
    experts: row.experts.map(({ sheetId, ...one }) => ({ ...one, counts: counts(sheetId) })),
    namesLeft: namesLeft(goingOut, names),
  }
}
