import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveApplication } from './move-application.ts'

/** 申报单位撤回申报。 */
export function withdrawApplication(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveApplication(scene, { id: params.id, action: 'withdraw', note: body.note })
}
