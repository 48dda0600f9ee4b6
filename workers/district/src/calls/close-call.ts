import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveCall } from './move-call.ts'

/** 截止申报批次。 */
export function closeCall(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveCall(scene, { id: params.id, action: 'close', note: body.note })
}
