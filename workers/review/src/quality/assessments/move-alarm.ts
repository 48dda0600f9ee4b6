import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { alarmById, countAlarms } from '@shixun/db/tenant/assessments'
import { assessmentAlarms } from '@shixun/db/tenant/schema/assessments'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ASSESSMENT_ALARM } from '@shixun/domain/quality/assessments/alarm'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { alarmOwners } from './assess-projects.ts'
import { alarmCard } from './assessment-card.ts'

/** Both moves that people make with an alarm: load → decide → commit → answer. Another unit's alarm is as unknown as none. */
export async function moveAlarm(
  scene: ReviewScene,
  given: { id: string; action: 'explain' | 'acknowledge'; note: string },
): Promise<Verdict> {
  const { id, action, note } = given
  const [[row]] = await scene.store.tenant.read(alarmById({ id }))
  const limit = unitLimit(scene.visitor, `assessment_alarm.${action}`)
  if (!row || (limit !== null && row.unitId !== limit)) return refuse({ code: 'not-found' })
  const decided = decide(scene, {
    machine: ASSESSMENT_ALARM,
    row: { ...row, title: row.projectTitle },
    action,
    note,
    owners: alarmOwners(row),
  })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const said = action === 'explain' ? { explanation: note } : { note }
  const answer = alarmCard(scene, { ...row, ...said, state: to, version })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(assessmentAlarms, row, { ...said, state: to }), ...follow, countAlarms([row.projectId])],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
