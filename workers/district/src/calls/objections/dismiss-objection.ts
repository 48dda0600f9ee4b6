import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { answerObjection } from './answer-objection.ts'

/** 答复异议：不成立。 */
export function dismissObjection(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return answerObjection(scene, params.id, 'dismiss', body.note)
}
