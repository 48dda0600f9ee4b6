import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveAmendment } from './move-amendment.ts'

/** 撤回变更。 */
export function withdrawAmendment(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveAmendment(scene, { id: params.id, action: 'withdraw', note: body.note })
}
