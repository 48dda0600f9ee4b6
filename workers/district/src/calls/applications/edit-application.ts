import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { callById } from '@shixun/db/tenant/calls'
import { formOfCall } from '@shixun/db/tenant/drafts'
import { applications } from '@shixun/db/tenant/schema/calls'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { addLeft, dropLeft } from '@shixun/domain/calls/applications/left-values'
import { checkForm, type FormValues, type LeftValue } from '@shixun/domain/calls/design/form'
import { checkFileRows } from '@shixun/domain/calls/files/file-rows'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { type ApplicationRow, applicationView } from './application-card.ts'
import { ADOPTED_FORM, type ChangesSince, carriedTo, isWritable, type SavedForm } from './carried-draft.ts'
import { type LoadedApplication, loadApplication } from './load-application.ts'

type Body = {
  callId?: string | undefined
  title?: string | undefined
  values?: FormValues | undefined
  formNo?: number | undefined
  letGo?: number[] | undefined
  setAside?: LeftValue[] | undefined
}
type CallRow = ReturnType<ReturnType<typeof callById>['decode']>

/** The form that the given answers were typed under, and the one that they go to. */
async function formsOf(
  scene: DistrictScene,
  { row, stored, saved }: LoadedApplication,
  body: Body,
  call: CallRow | undefined,
) {
  const under = saved ?? (row.form ? { no: stored.formNo, form: row.form } : ADOPTED_FORM)
  const to = call ? { no: call.formNo, form: call.form } : row.form ? { no: row.formNo, form: row.form } : null
  const no = body.values === undefined ? under.no : (body.formNo ?? under.no)
  if (no === under.no) return { typed: under, to }
  if (row.callFormNo === no && row.form) return { typed: { no, form: row.form }, to }
  const [[found]] = await scene.store.tenant.read(formOfCall({ call: row.callId, no }))
  return { typed: found ?? null, to }
}

/** Answers as they stand under the form of today; without a form they are kept as they are. */
function placed(
  typed: SavedForm,
  to: SavedForm | null,
  values: FormValues,
  { stored }: LoadedApplication,
  callChanges: boolean,
) {
  const left = stored.leftValues
  if (to === null || (typed.no === to.no && !callChanges)) return { values, left, changes: null }
  return carriedTo(typed, to, values, left)
}

function columnsOf(call: CallRow): Partial<ApplicationRow> {
  const { id, title, state, opensAt, closesAt, form, formNo } = call
  return { callId: id, callTitle: title, callState: state, opensAt, closesAt, form, callFormNo: formNo }
}

/**
 * 保存草稿：values are checked for form, not for completeness. A change by somebody else is never overwritten (412). Values
 * typed under an older form of the call are carried to today's; what finds no place there is kept in `leftValues`.
 */
export async function editApplication(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const loaded = await loadApplication(scene, params.id, 'application.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, stored, attachments } = loaded
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (!isWritable(row.state)) return refuse({ code: 'state-refuses', facts: { state: APPLICATION.states[row.state] } })
  const moves = body.callId !== undefined && body.callId !== row.callId
  if (moves && row.submissionNo > 0)
    return refuse({ code: 'state-refuses', facts: { state: '已提交过，不能改换批次' } })
  const [call] = moves ? (await scene.store.tenant.read(callById({ id: body.callId })))[0] : []
  if (moves && call?.state !== 'open')
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/callId', problem: 'not_in_district' }] })
  if (call && !call.unitKinds.includes(row.unitKind))
    return refuse({ code: 'state-refuses', facts: { state: '不接受本单位申报' } })
  const { typed, to } = await formsOf(scene, loaded, body, call)
  if (!typed) return refuse({ code: 'invalid-input', fields: [{ pointer: '/formNo', problem: 'not_published' }] })
  const given = body.values ?? stored.formValues
  const problems =
    body.values && to ? [...checkForm(typed.form, given, false), ...checkFileRows(typed.form, given, attachments)] : []
  if (problems.length)
    return refuse({
      code: 'invalid-input',
      fields: problems.map((field) => ({ ...field, pointer: `/values${field.pointer}` })),
    })
  const { values, left, changes } = placed(typed, to, given, loaded, moves)
  const formChanges: ChangesSince | null = moves ? null : changes
  const set = {
    callId: call?.id ?? row.callId,
    title: body.title ?? row.title,
    formValues: values,
    formNo: to?.no ?? stored.formNo,
    leftValues: addLeft(dropLeft(left, body.letGo ?? []), body.setAside ?? []),
    updatedAt: scene.now,
  }
  const version = row.version + 1
  const rules = { ...row.rules, year: call?.year ?? row.rules.year }
  const next = { ...row, ...(call ? columnsOf(call) : {}), ...set, formChanges, rules, version }
  const answer = applicationView(scene, next, attachments)
  const changed = Object.keys({ ...values, ...stored.formValues }).filter(
    (key) => JSON.stringify(values[key]) !== JSON.stringify(stored.formValues[key]),
  )
  const event = {
    entity: row.id,
    version,
    verb: 'edit',
    after: { changed: [...(body.title ? ['title'] : []), ...changed], ...(formChanges ? { formNo: set.formNo } : {}) },
  }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(applications, row, set)],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
