import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { callById } from '@shixun/db/tenant/calls'
import { applications } from '@shixun/db/tenant/schema/calls'
import { APPLICATION } from '@shixun/domain/calls/application'
import { checkForm, type FormValues } from '@shixun/domain/calls/form'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '../move.ts'
import type { DistrictScene } from '../store.ts'
import { applicationView } from './application-card.ts'
import { loadApplication } from './load-application.ts'

type Body = { callId?: string | undefined; title?: string | undefined; values?: FormValues | undefined }

/** 保存草稿：values are checked for form, not for completeness. A change by somebody else is never overwritten (412). */
export async function editApplication(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const loaded = await loadApplication(scene, params.id, 'application.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, attachments } = loaded
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state !== 'draft' && row.state !== 'returned')
    return refuse({ code: 'state-refuses', facts: { state: APPLICATION.states[row.state] } })
  const moves = body.callId !== undefined && body.callId !== row.callId
  if (moves && row.submissionNo > 0)
    return refuse({ code: 'state-refuses', facts: { state: '已提交过，不能改换批次' } })
  const [call] = moves ? (await scene.store.tenant.read(callById({ id: body.callId })))[0] : []
  if (moves && call?.state !== 'open')
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/callId', problem: 'not_in_district' }] })
  if (call && !call.unitKinds.includes(row.unitKind))
    return refuse({ code: 'state-refuses', facts: { state: '不接受本单位申报' } })
  const form = call?.form ?? row.form
  const values = body.values ?? row.formValues
  const problems = form ? checkForm(form, values, false) : []
  if (problems.length)
    return refuse({
      code: 'invalid-input',
      fields: problems.map((field) => ({ ...field, pointer: `/values${field.pointer}` })),
    })
  const set = {
    callId: call?.id ?? row.callId,
    title: body.title ?? row.title,
    formValues: values,
    updatedAt: scene.now,
  }
  const version = row.version + 1
  const moved = call
    ? { callTitle: call.title, callState: call.state, opensAt: call.opensAt, closesAt: call.closesAt, form: call.form }
    : {}
  const answer = applicationView(scene, { ...row, ...set, ...moved, version }, attachments)
  const changed = Object.keys(values).filter(
    (key) => JSON.stringify(values[key]) !== JSON.stringify(row.formValues[key]),
  )
  const event = {
    entity: row.id,
    version,
    verb: 'edit',
    after: { changed: [...(body.title ? ['title'] : []), ...changed] },
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
