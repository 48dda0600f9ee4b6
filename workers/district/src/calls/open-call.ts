import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { checkCall } from './call-body.ts'
import { moveCall } from './move-call.ts'

/** 发布申报批次：a call opens only with a published rubric, a sound form and a window that is not over. */
export function openCall(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveCall(scene, { id: params.id, action: 'open', note: body.note }, (row, rubric) => [
    ...checkCall(row, rubric, true),
    ...(row.closesAt <= scene.now ? [{ pointer: '/closesAt', problem: 'in_the_past' }] : []),
  ])
}
