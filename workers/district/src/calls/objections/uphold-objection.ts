import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { answerObjection } from './answer-objection.ts'

/** 答复异议：成立，撤销公示。 */
export function upholdObjection(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return answerObjection(scene, params.id, 'uphold', body.note)
}
