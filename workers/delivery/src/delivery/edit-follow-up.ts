import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import type { FollowUpRow } from '@shixun/db/tenant/follow-ups'
import { followUps } from '@shixun/db/tenant/schema/surveys'
import { FOLLOW_UP } from '@shixun/domain/delivery/follow-up'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { followUpView } from './follow-up-card.ts'
import { loadFollowUp } from './load-follow-up.ts'

/** Writes a change of what the teacher tells. `told` is what the journal keeps of it: never the text itself. */
export async function writeFollowUp(
  scene: DeliveryScene,
  row: FollowUpRow,
  change: { verb: string; set: Partial<FollowUpRow>; told: Record<string, unknown>; status: 200 | 201 | 204 },
): Promise<Verdict> {
  const { verb, set, told, status } = change
  const version = row.version + 1
  const answer = status === 204 ? null : followUpView(scene, { ...row, ...set, version })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version, verb, after: { state: row.state, ...told } }],
    [updateSeen(followUps, row, set)],
    storedAnswer(status, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ status, body: answer, version })
}

/** The teacher's own follow-up while it waits for them. */
export async function ownFollowUp(scene: DeliveryScene, id: string) {
  const row = await loadFollowUp(scene, id, 'follow_up.submit')
  if (!row) return refuse({ code: 'not-found' as const })
  if (row.state !== 'waiting')
    return refuse({ code: 'state-refuses' as const, facts: { state: FOLLOW_UP.states[row.state] } })
  return ok(row)
}

/** 填写应用情况. */
export async function editFollowUp(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { report: string } },
): Promise<Verdict> {
  const found = await ownFollowUp(scene, params.id)
  if (!found.ok) return found
  const row = found.value
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  const told = { characters: body.report.length }
  return writeFollowUp(scene, row, { verb: 'edit', set: { report: body.report }, told, status: 200 })
}
