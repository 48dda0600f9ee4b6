import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { commentReleases } from '@shixun/db/tenant/schema/comments'
import { COMMENT_RELEASE } from '@shixun/domain/quality/comments/comment-release'
import type { ExpertComments } from '@shixun/domain/quality/comments/released-comments'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { commentView } from './comment-card.ts'
import { loadComments } from './load-comments.ts'

type Edited = {
  no: number
  general: string
  omitted: boolean
  criteria: { key: string; text: string; omitted: boolean }[]
}

/** The kept comments with the office's words in their places; what is not given stays, what is not there is told. */
function edited(kept: readonly ExpertComments[], given: readonly Edited[]) {
  const fields: FieldProblem[] = []
  given.forEach(({ no, criteria }, index) => {
    const one = kept.find((expert) => expert.no === no)
    if (!one) fields.push({ pointer: `/experts/${index}/no`, problem: 'no_such_comment' })
    criteria.forEach(({ key }, at) => {
      if (one && !one.criteria.some((criterion) => criterion.key === key))
        fields.push({ pointer: `/experts/${index}/criteria/${at}/key`, problem: 'no_such_comment' })
    })
  })
  const experts = kept.map((expert) => {
    const mine = given.find(({ no }) => no === expert.no)
    if (!mine) return expert
    const criteria = expert.criteria.map((criterion) => {
      const words = mine.criteria.find(({ key }) => key === criterion.key)
      return words ? { ...criterion, text: words.text.trim(), omitted: words.omitted } : criterion
    })
    return { ...expert, general: mine.general.trim(), omitted: mine.omitted, criteria }
  })
  return { experts, fields }
}

/** 修改评审意见：before they go out, or after they were withdrawn; what was released stands in the journal as it was. */
export async function editReviewComments(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { experts: Edited[] } },
): Promise<Verdict> {
  const loaded = await loadComments(scene, params.id, 'review_comment.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, facts } = loaded
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state !== 'draft' && row.state !== 'withdrawn')
    return refuse({ code: 'state-refuses', facts: { state: COMMENT_RELEASE.states[row.state] } })
  const { experts, fields } = edited(row.experts, body.experts)
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const version = row.version + 1
  const answer = commentView(scene, { ...row, experts, version }, facts)
  const event = { entity: row.id, version, verb: 'edit', after: { experts } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(commentReleases, row, { experts })],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
