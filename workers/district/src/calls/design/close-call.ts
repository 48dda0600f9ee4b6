import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { moveCall } from './move-call.ts'

/** 截止申报批次：closed before its time, its window ends now, and that is what late units are told. */
export function closeCall(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveCall(scene, {
    id: params.id,
    action: 'close',
    note: body.note,
    set: ({ opensAt, closesAt }) => (opensAt < scene.now && scene.now < closesAt ? { closesAt: scene.now } : {}),
  })
}
