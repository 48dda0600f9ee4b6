import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { moveCall } from './move-call.ts'

/** 重新开放申报批次：with a new end of the window and the reason. */
export function reopenCall(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string; closesAt: string } },
): Promise<Verdict> {
  const { closesAt, note } = body
  return moveCall(scene, { id: params.id, action: 'reopen', note, set: () => ({ closesAt }) }, (row) => {
    if (closesAt <= scene.now) return [{ pointer: '/closesAt', problem: 'in_the_past' }]
    return closesAt <= row.opensAt ? [{ pointer: '/closesAt', problem: 'ends_before_start' }] : []
  })
}
