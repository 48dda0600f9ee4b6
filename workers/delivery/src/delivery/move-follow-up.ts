import { commit } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { countRound, endReminders, type FollowUpRow } from '@shixun/db/tenant/follow-ups'
import { followUps } from '@shixun/db/tenant/schema/surveys'
import { FOLLOW_UP, type FollowUpAction, type FollowUpState } from '@shixun/domain/delivery/follow-up'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { followUpFacts, followUpView } from './follow-up-card.ts'
import { loadFollowUp } from './load-follow-up.ts'

type Given = { id: string; action: FollowUpAction; note?: string | undefined }
type Extra = { set?: Partial<FollowUpRow>; statements?: Statement[]; after?: Record<string, unknown> }

/** What a state adds to the figures of its round. */
const WEIGHT: Record<FollowUpState, { due: number; submitted: number; done: number; waived: number }> = {
  waiting: { due: 1, submitted: 0, done: 0, waived: 0 },
  submitted: { due: 1, submitted: 1, done: 0, waived: 0 },
  rated: { due: 1, submitted: 1, done: 1, waived: 0 },
  waived: { due: 0, submitted: 0, done: 0, waived: 1 },
}

function counted(row: FollowUpRow, to: FollowUpState): Statement {
  const [from, into] = [WEIGHT[row.state], WEIGHT[to]]
  return countRound(row, {
    due: into.due - from.due,
    submitted: into.submitted - from.submitted,
    done: into.done - from.done,
    waived: into.waived - from.waived,
  })
}

/** Every move of a follow-up: load → decide → commit → answer. The figures of its round move with it. */
export async function moveFollowUp(
  scene: DeliveryScene,
  { id, action, note }: Given,
  extraOf: (row: FollowUpRow) => Extra = () => ({}),
): Promise<Verdict> {
  const row = await loadFollowUp(scene, id, `follow_up.${action}`)
  if (!row) return refuse({ code: 'not-found' })
  const title = `${row.cohortTitle}（${row.month}个月）：${row.name}`
  const decided = decide(scene, {
    machine: FOLLOW_UP,
    row: { ...row, title },
    action,
    facts: followUpFacts(row),
    note,
    owners: { teacher: row.teacherId, school_admin: row.schoolId },
  })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const { set = {}, statements = [], after = {} } = extraOf(row)
  const answer = followUpView(scene, { ...row, ...set, state: to, version })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ ...event, after: { state: to, ...after } }],
    [
      updateSeen(followUps, row, { ...set, state: to }),
      counted(row, to),
      ...follow,
      ...statements,
      endReminders(row, row.schoolId, scene.now),
    ],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
