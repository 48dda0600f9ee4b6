import { commit } from '@shixun/db/commit'
import { insert, type Statement, statement, updateSeen } from '@shixun/db/statement'
import { callById } from '@shixun/db/tenant/calls'
import { filesOf } from '@shixun/db/tenant/files'
import { rubricById } from '@shixun/db/tenant/quality'
import { callForms, calls } from '@shixun/db/tenant/schema/calls'
import { changedMembers, checkAmendment, sameForm } from '@shixun/domain/calls/design/amend-call'
import { CALL } from '@shixun/domain/calls/design/call'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { type CallBody, checkCall } from './call-body.ts'
import { callCard } from './call-card.ts'

type Change = { [K in keyof CallBody]?: CallBody[K] | undefined } & { note?: string | undefined }
type Row = ReturnType<ReturnType<typeof callById>['decode']>

function defined({ note: _, ...change }: Change): Partial<CallBody> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

/** A draft's form is rewritten in place; one that schools have read stays, and the change is its next number. */
function formStatements(scene: DistrictScene, row: Row, next: Row, note: string | null): Statement[] {
  if (sameForm(row.form, next.form)) return []
  if (next.formNo === row.formNo)
    return [
      statement(
        'UPDATE call_forms SET form = ? WHERE call_id = ? AND no = ?',
        JSON.stringify(next.form),
        row.id,
        row.formNo,
      ),
    ]
  return [insert(callForms, { callId: row.id, no: next.formNo, form: next.form, note, createdAt: scene.now })]
}

/** 修改申报批次：a draft freely; of an open call only what gives more or explains better, with a reason that schools read. */
export async function editCall(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Change },
): Promise<Verdict> {
  const [[row], [rubric], files] = await scene.store.tenant.read(
    callById({ id: params.id }),
    rubricById({ id: body.rubricId ?? null }),
    filesOf({ owner: params.id }),
  )
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state === 'closed') return refuse({ code: 'state-refuses', facts: { state: CALL.states[row.state] } })
  const set = defined(body)
  const amends = row.state === 'open'
  const formNo = amends && set.form && !sameForm(row.form, set.form) ? row.formNo + 1 : row.formNo
  const next = { ...row, ...set, formNo, version: row.version + 1 }
  const unchangedRubric = body.rubricId === undefined || body.rubricId === row.rubricId
  const fields: FieldProblem[] = [
    ...(amends ? checkAmendment(row, set, body.note) : []),
    ...checkCall(next, rubric, false).filter(({ pointer }) => !(unchangedRubric && pointer === '/rubricId')),
  ]
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const answer = callCard(scene, next, files)
  const changed = changedMembers(row, set)
  const event = {
    entity: row.id,
    version: next.version,
    verb: amends ? 'amend' : 'edit',
    after: { changed, ...(formNo > row.formNo ? { formNo } : {}) },
    note: body.note,
  }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(calls, row, { ...set, formNo }), ...formStatements(scene, row, next, body.note ?? null)],
    storedAnswer(200, answer, next.version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: next.version })
}
