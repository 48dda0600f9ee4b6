import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { moveComments } from './move-comments.ts'

/** 撤回评审意见：from then on the unit reads nothing of it; the reason stays with the office. */
export function withdrawReviewComments(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveComments(scene, { id: params.id, action: 'withdraw', note: body.note })
}
