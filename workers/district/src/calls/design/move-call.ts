import { commit } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { callById } from '@shixun/db/tenant/calls'
import { filesOf } from '@shixun/db/tenant/files'
import { rubricOfCall } from '@shixun/db/tenant/quality'
import { calls } from '@shixun/db/tenant/schema/calls'
import { CALL, type CallAction } from '@shixun/domain/calls/design/call'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { callCard } from './call-card.ts'

type Row = ReturnType<ReturnType<typeof callById>['decode']>
type Rubric = ReturnType<ReturnType<typeof rubricOfCall>['decode']>
type Given = {
  id: string
  action: CallAction
  note?: string | undefined
  set?: (row: Row) => { closesAt?: string }
  /** What else is written in the batch. */
  also?: (row: Row) => Statement[]
}

/** Every move of a call: load → decide → commit → answer. `check` adds what the verb itself asks of the call. */
export async function moveCall(
  scene: DistrictScene,
  given: Given,
  check: (row: Row, rubric: Rubric | undefined) => FieldProblem[] = () => [],
): Promise<Verdict> {
  const [[row], [rubric], files] = await scene.store.tenant.read(
    callById({ id: given.id }),
    rubricOfCall({ id: given.id }),
    filesOf({ owner: given.id }),
  )
  if (!row) return refuse({ code: 'not-found' })
  const changed = given.set?.(row) ?? {}
  const decided = decide(scene, { machine: CALL, row, action: given.action, note: given.note, after: changed })
  if (!decided.ok) return decided
  const fields = check(row, rubric)
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const { to, version, event, follow } = decided.value
  const set = { ...changed, state: to }
  const answer = callCard(scene, { ...row, ...set, version }, files)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(calls, row, set), ...follow, ...(given.also?.(row) ?? [])],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
