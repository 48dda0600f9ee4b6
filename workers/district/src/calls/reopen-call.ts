import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveCall } from './move-call.ts'

/** 重新开放申报批次：with a new end of the window and the reason. */
export function reopenCall(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string; closesAt: string } },
): Promise<Verdict> {
  return moveCall(scene, { id: params.id, action: 'reopen', note: body.note, set: { closesAt: body.closesAt } }, () =>
    body.closesAt <= scene.now ? [{ pointer: '/closesAt', problem: 'in_the_past' }] : [],
  )
}
