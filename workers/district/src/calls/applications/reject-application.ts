import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { moveApplication } from './move-application.ts'

/** 不予通过，附理由。 */
export function rejectApplication(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveApplication(scene, { id: params.id, action: 'reject', note: body.note })
}
