import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { moveComments } from './move-comments.ts'

/** 确认已阅：the unit says that it read what was released to it. */
export function acknowledgeReviewComments(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveComments(scene, { id: params.id, action: 'acknowledge', note: body.note })
}
