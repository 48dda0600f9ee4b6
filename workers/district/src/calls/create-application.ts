import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { callById } from '@shixun/db/tenant/calls'
import { providerById, schoolById } from '@shixun/db/tenant/roster'
import { applications } from '@shixun/db/tenant/schema/calls'
import { APPLICATION } from '@shixun/domain/calls/application'
import { checkForm, type FormValues, type Provenance } from '@shixun/domain/calls/form'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '../move.ts'
import type { DistrictScene } from '../store.ts'
import { type ApplicationRow, applicationView } from './application-card.ts'
import { ownersOf } from './move-application.ts'

type Draft = {
  callId: string | null
  title: string
  values: FormValues
  provenance: Provenance | null
  unit: { id: string; kind: 'school' | 'provider'; name: string }
}
type CallRow = ReturnType<ReturnType<typeof callById>['decode']>

/** A draft as a row and the statements that bring it into being. */
export function draftRows(scene: DistrictScene, draft: Draft, call: CallRow | null) {
  const id = scene.newId('app')
  const { unit } = draft
  const row: ApplicationRow = {
    id,
    callId: draft.callId,
    unitKind: unit.kind,
    unitId: unit.id,
    unitName: unit.name,
    title: draft.title,
    state: APPLICATION.initial,
    number: null,
    score: null,
    rank: null,
    cleared: false,
    submissionNo: 0,
    version: 1,
    updatedAt: scene.now,
    callTitle: call?.title ?? null,
    callState: call?.state ?? null,
    opensAt: call?.opensAt ?? null,
    closesAt: call?.closesAt ?? null,
    extendedUntil: null,
    formValues: draft.values,
    provenance: draft.provenance,
    noticeId: null,
    createdAt: scene.now,
    form: call?.form ?? null,
    quotaPerUnit: call?.quotaPerUnit ?? null,
    unitKinds: call?.unitKinds ?? null,
    callKind: call?.kind ?? null,
    callLevel: call?.level ?? null,
    callVersion: call?.version ?? null,
    rubricId: call?.rubricId ?? null,
  }
  const statements = [
    insert(applications, {
      id,
      callId: row.callId,
      unitKind: row.unitKind,
      unitId: row.unitId,
      unitName: row.unitName,
      title: row.title,
      state: APPLICATION.initial,
      formValues: draft.values,
      provenance: draft.provenance,
      submissionNo: 0,
      cleared: false,
      version: 1,
      createdAt: scene.now,
      updatedAt: scene.now,
    }),
    ...arrive(scene, APPLICATION, row, null, APPLICATION.initial, ownersOf(row)),
  ]
  return { row, statements }
}

/** 新建申报草稿：a unit starts a draft in an open call; what it lacks is asked for at submission. */
export async function createApplication(
  scene: DistrictScene,
  { body }: { body: { callId: string; title: string; values: FormValues } },
): Promise<Verdict> {
  const { visitor } = scene
  if (visitor.kind !== 'person' || visitor.unit === null) return refuse({ code: 'forbidden' })
  const [[call], [school], [provider]] = await scene.store.tenant.read(
    callById({ id: body.callId }),
    schoolById({ id: visitor.unit }),
    providerById({ id: visitor.unit }),
  )
  const kind = school ? 'school' : 'provider'
  const unit = school ?? provider
  if (!unit || !call || call.state === 'draft') return refuse({ code: 'not-found' })
  if (!call.unitKinds.includes(kind) || call.state !== 'open')
    return refuse({ code: 'state-refuses', facts: { state: '不接受本单位申报' } })
  const problems = checkForm(call.form, body.values, false)
  if (problems.length)
    return refuse({
      code: 'invalid-input',
      fields: problems.map((field) => ({ ...field, pointer: `/values${field.pointer}` })),
    })
  const draft = {
    callId: call.id,
    title: body.title,
    values: body.values,
    provenance: null,
    unit: { id: unit.id, kind, name: unit.name },
  } as const
  const { row, statements } = draftRows(scene, draft, call)
  const answer = applicationView(scene, row, [])
  const event = { entity: row.id, version: 1, verb: 'create', after: { state: row.state } }
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, answer, 1))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
