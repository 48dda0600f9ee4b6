import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { moveComments } from './move-comments.ts'

/** 反馈评审意见：what is not omitted goes to the unit, and nothing else. */
export function releaseReviewComments(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveComments(scene, { id: params.id, action: 'release', note: body.note })
}
