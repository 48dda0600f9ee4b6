import { commit } from '@shixun/db/commit'
import { assertion, type Statement, updateSeen } from '@shixun/db/statement'
import { commentReleases } from '@shixun/db/tenant/schema/comments'
import { COMMENT_RELEASE, type CommentReleaseAction } from '@shixun/domain/quality/comments/comment-release'
import { type ReleasedExpert, releasable } from '@shixun/domain/quality/comments/released-comments'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { type CommentFacts, type CommentRow, commentCard, commentView } from './comment-card.ts'
import { loadComments } from './load-comments.ts'

/** For whom released comments wait: the unit that applied, by the role that stands for it. */
export function readersOf({ unitKind, unitId }: { unitKind: string; unitId: string }): Record<string, string> {
  if (unitKind === 'school') return { school_admin: unitId }
  return unitKind === 'provider' ? { provider: unitId } : {}
}

/** No sheet that the words come from was voided while they were on their way out. */
export function sheetsStillCount(ids: readonly string[]): Statement {
  return assertion(
    'sheets',
    "SELECT count(*) = 0 FROM scoresheets WHERE id IN (SELECT value FROM json_each(?)) AND state <> 'submitted'",
    JSON.stringify(ids),
  )
}

/** What a release writes: the words that go out, when, and by whose hand. */
export function releaseOf(
  scene: ReviewScene,
  row: CommentRow,
  counts: CommentFacts['counts'],
): {
  set: { released: ReleasedExpert[]; releasedAt: string; releasedBy: string; withdrawNote: null }
  sheets: string[]
} {
  const [, , name = ''] = scene.hand.actor.split('/')
  const set = { released: releasable(row.experts, counts), releasedAt: scene.now, releasedBy: name, withdrawNote: null }
  return { set, sheets: row.experts.map(({ sheetId }) => sheetId).filter(counts) }
}

/** Every move of the comments on one application: load → decide → commit → answer. */
export async function moveComments(
  scene: ReviewScene,
  { id, action, note }: { id: string; action: CommentReleaseAction; note?: string | undefined },
): Promise<Verdict> {
  const loaded = await loadComments(scene, id, `review_comment.${action}`)
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, facts } = loaded
  const decided = decide(scene, {
    machine: COMMENT_RELEASE,
    row,
    action,
    facts: { somethingToRelease: releasable(row.experts, facts.counts).length > 0 },
    note,
    owners: readersOf(row),
  })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const release = action === 'release' ? releaseOf(scene, row, facts.counts) : null
  const set = release?.set ?? (action === 'withdraw' ? { withdrawNote: note ?? '' } : {})
  const after = { ...row, ...set, state: to, version }
  const body = action === 'acknowledge' ? commentCard(scene, after, {}) : commentView(scene, after, facts)
  const told = release ? { ...event, after: { state: to, released: release.set.released } } : event
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [told],
    [
      ...(release ? [sheetsStillCount(release.sheets)] : []),
      updateSeen(commentReleases, row, { ...set, state: to }),
      ...follow,
    ],
    storedAnswer(200, body, version),
  )
  return refusal ? refuse(refusedWrite(refusal, { sheets: { code: 'version-stale' } })) : ok({ body, version })
}
