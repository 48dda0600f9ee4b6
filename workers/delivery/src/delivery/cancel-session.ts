import { SESSION } from '@shixun/domain/delivery/session'
import { decideMove } from '@shixun/domain/shared/machine'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { roleOf } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { changeSession } from './change-session.ts'

/** 取消一节课：trainers and place are free again, and calendars show it as cancelled. */
export function cancelSession(
  scene: DeliveryScene,
  { params, body }: { params: { id: string; session: string }; body: { note: string } },
): Promise<Verdict> {
  return changeSession(scene, params, {}, ({ row }) => {
    const move = decideMove(SESSION, row.state, 'cancel', roleOf(scene) ?? 'system', {})
    if (!move.ok) return refuse({ code: move.refusal, facts: { state: SESSION.states[row.state] } })
    return ok({ after: { ...row, state: move.value.to, note: body.note }, verb: 'cancel', note: body.note })
  })
}
