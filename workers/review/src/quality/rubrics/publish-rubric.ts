import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { moveRubric } from './move-rubric.ts'

/** 发布指标体系：从此不再改动。 */
export function publishRubric(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveRubric(scene, params.id, 'publish', body.note)
}
