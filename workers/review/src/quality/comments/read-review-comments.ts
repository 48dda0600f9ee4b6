import {
  commentPage,
  commentPageOfApplication,
  commentPageOfPanel,
  releasedPageOfApplication,
  releasedPageOfUnit,
} from '@shixun/db/tenant/comments'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { commentCard, commentView } from './comment-card.ts'
import { loadComments } from './load-comments.ts'

type Query = {
  limit: number
  after?: string | undefined
  panel?: string | undefined
  application?: string | undefined
}

/** A page of comments: the bureau's, or a unit's own as far as they are released to it. */
export async function listReviewComments(
  scene: ReviewScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const { application, panel } = query
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const unit = unitLimit(scene.visitor, 'review_comment.read')
  const ofUnit = () =>
    application === undefined
      ? releasedPageOfUnit({ ...page, unit })
      : releasedPageOfApplication({ ...page, unit, application })
  const ofBureau = () => {
    if (application !== undefined) return commentPageOfApplication({ ...page, application })
    return panel === undefined ? commentPage(page) : commentPageOfPanel({ ...page, panel })
  }
  const [found] = await scene.store.tenant.read(unit === null ? ofBureau() : ofUnit())
  const { rows, after } = pageOf(found, query.limit)
  const items = rows.map((row) =>
    // whether anything is left to release is asked when it is released: here it takes no further read
    commentCard(scene, row, { somethingToRelease: row.experts.length > 0 }),
  )
  return ok({ body: { items, next: nextLink(raw, after) } })
}

export async function readReviewComments(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const loaded = await loadComments(scene, params.id, 'review_comment.write')
  if (!loaded) return refuse({ code: 'not-found' })
  return ok({ body: commentView(scene, loaded.row, loaded.facts), version: loaded.row.version })
}
