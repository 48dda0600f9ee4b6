import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { moveApplication } from './move-application.ts'

/** 初审通过。 */
export function screenApplication(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveApplication(scene, { id: params.id, action: 'screen', note: body.note })
}
