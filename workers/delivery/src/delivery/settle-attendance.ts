import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { sessions } from '@shixun/db/tenant/schema/delivery'
import { SESSION } from '@shixun/domain/delivery/session'
import { compareInstants } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { attendanceSession } from './attendance-card.ts'
import { loadSession } from './load-session.ts'

/** 确认考勤：the session counts as held; what was missed may still be entered by hand, with a reason, until the conclusion. */
export async function settleAttendance(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const loaded = await loadSession(scene, params.id, 'attendance.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const { session } = loaded
  if (session.cohortState !== 'ready' && session.cohortState !== 'running')
    return refuse({ code: 'state-refuses', facts: { state: '班次不在培训中' } })
  if (compareInstants(scene.now, session.startsAt) < 0)
    return refuse({ code: 'state-refuses', facts: { state: '还没有到上课时间' } })
  const row = { ...session, title: session.topic }
  const decided = decide(scene, {
    machine: SESSION,
    row,
    action: 'hold',
    note: body.note,
    after: { present: session.present },
  })
  if (!decided.ok) return decided
  const { to, version, event } = decided.value
  const answer = attendanceSession(scene, { ...session, state: to, version })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(sessions, session, { state: to })],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
