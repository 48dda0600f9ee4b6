import { callOpenedWords } from '@shixun/domain/inbox/event-words'
import type { Verdict } from '@shixun/http/scene'
import { dispatchStatements } from '@shixun/tenant/dispatch-statements'
import type { DistrictScene } from '../../store.ts'
import { checkCall } from './call-body.ts'
import { moveCall } from './move-call.ts'

/** 发布申报批次：a call opens only with a published rubric, a sound form and a window that is not over. */
export function openCall(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const also = (row: Parameters<typeof callOpenedWords>[0]) =>
    dispatchStatements(scene, 'call.opened', callOpenedWords(row))
  return moveCall(scene, { id: params.id, action: 'open', note: body.note, also }, (row, rubric) => [
    ...checkCall(row, rubric, true),
    ...(row.closesAt <= scene.now ? [{ pointer: '/closesAt', problem: 'in_the_past' }] : []),
  ])
}
