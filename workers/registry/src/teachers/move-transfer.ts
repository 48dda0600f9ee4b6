import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { transfers } from '@shixun/db/tenant/schema/roster-imports'
import { teacherOfTransfer, transferById } from '@shixun/db/tenant/transfers'
import { ok, refuse } from '@shixun/domain/shared/result'
import { TEACHER } from '@shixun/domain/teachers/teacher'
import { TRANSFER, type TransferAction } from '@shixun/domain/teachers/transfer'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import { personName } from '@shixun/tenant/person-name'
import type { RegistryScene } from '../store.ts'
import { teacherMoved } from './settle-transfer.ts'
import { sidesOf, transferCard } from './transfer-card.ts'

type Given = { params: { id: string }; body: { note?: string | undefined } }

/** 接收、不接收、撤回调动: the receiving side decides, the sending side may take it back until then. */
export async function moveTransfer(
  scene: RegistryScene,
  { params, body }: Given,
  action: TransferAction,
): Promise<Verdict> {
  const [[row], [teacher]] = await scene.store.tenant.read(transferById(params), teacherOfTransfer(params))
  const sides = row && sidesOf(scene, row)
  if (!row || !sides || !(sides.sends || sides.receives)) return refuse({ code: 'not-found' })
  const decided = decide(scene, {
    machine: TRANSFER,
    row: { ...row, title: row.teacherName },
    action,
    facts: sides,
    note: body.note,
    owners: { school_admin: row.toSchoolId },
  })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  if (to === 'accepted' && teacher?.state !== 'active')
    return refuse({ code: 'state-refuses', facts: { state: teacher ? TEACHER.states[teacher.state] : '' } })
  const moved =
    to === 'accepted' && teacher
      ? teacherMoved(teacher, { id: row.toSchoolId, name: row.toSchoolName }, row.id, scene.now)
      : null
  const set = { state: to, note: body.note ?? null, settledBy: personName(scene), settledAt: scene.now }
  const answer = transferCard(scene, { ...row, ...set, version })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...(moved ? [moved.event] : [])],
    [updateSeen(transfers, row, set), ...follow, ...(moved?.statements ?? [])],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
