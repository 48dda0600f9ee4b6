import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { moveRubric } from './move-rubric.ts'

/** 停用指标体系。 */
export function retireRubric(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveRubric(scene, params.id, 'retire', body.note)
}
