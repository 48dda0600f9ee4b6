import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveAmendment } from './move-amendment.ts'

/** 不同意变更，说明理由。原任务书继续有效。 */
export function refuseAmendment(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveAmendment(scene, { id: params.id, action: 'refuse', note: body.note })
}
