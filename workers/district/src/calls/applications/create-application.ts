import { commit } from '@shixun/db/commit'
import { extensionOfUnit } from '@shixun/db/tenant/call-design'
import { callById } from '@shixun/db/tenant/calls'
import { settingsOfDrafts } from '@shixun/db/tenant/drafts'
import { providerById, schoolById } from '@shixun/db/tenant/roster'
import { windowOpen } from '@shixun/domain/calls/design/call'
import { checkForm, type FormValues } from '@shixun/domain/calls/design/form'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { windowFacts } from '../design/call-contact.ts'
import { findingRules } from '../design/finding-rules.ts'
import { applicationView } from './application-card.ts'
import { eligibilityReads, refuseIneligible } from './check-eligibility.ts'
import { copiedDraft, copyReads } from './copied-draft.ts'
import { draftRows } from './draft-rows.ts'

type Body = { callId: string; title: string; values: FormValues; from?: string | undefined }

/** 新建申报草稿：a unit starts a draft in an open call, empty or from an earlier one; what it lacks is asked for at submission. */
export async function createApplication(scene: DistrictScene, { body }: { body: Body }): Promise<Verdict> {
  const { visitor } = scene
  const { tenant } = scene.store
  if (visitor.kind !== 'person' || visitor.unit === null) return refuse({ code: 'forbidden' })
  const [[call], [school], [provider], settings, [source], sourceFiles, [sourceForm], [extension], ...facts] =
    await tenant.read(
      callById({ id: body.callId }),
      schoolById({ id: visitor.unit }),
      providerById({ id: visitor.unit }),
      settingsOfDrafts(),
      ...copyReads(body.from ?? ''),
      extensionOfUnit({ call: body.callId, unit: visitor.unit }),
      ...eligibilityReads(visitor.unit),
    )
  const unit = school ?? provider
  if (!unit || !call || call.state === 'draft') return refuse({ code: 'not-found' })
  if (body.from !== undefined && source?.unitId !== unit.id) return refuse({ code: 'not-found' })
  const over = call.state !== 'open' || call.closesAt <= scene.now
  if (over && !windowOpen(call, scene.now, extension?.until ?? null))
    return refuse({ code: 'window-not-open', facts: windowFacts(scene, call, extension?.until) })
  const copied = source ? copiedDraft(scene, { row: source, saved: sourceForm, attachments: sourceFiles }, call) : null
  const values = { ...copied?.values, ...body.values }
  const problems = checkForm(call.form, values, false)
  if (problems.length)
    return refuse({
      code: 'invalid-input',
      fields: problems.map((field) => ({ ...field, pointer: `/values${field.pointer}` })),
    })
  const ineligible = refuseIneligible(scene, call, facts, values)
  if (ineligible) return refuse(ineligible)
  const draft = {
    callId: call.id,
    title: body.title,
    values,
    provenance: copied?.provenance ?? null,
    unit: { id: unit.id, kind: school ? 'school' : 'provider', name: unit.name },
    leftValues: copied?.leftValues ?? [],
    copiedFrom: source?.id ?? null,
  } as const
  const { row, statements } = draftRows(scene, draft, call, findingRules(settings, call.year))
  const files = copied?.filesOf(row.id)
  const answer = applicationView(scene, row, files?.cards ?? [])
  const after = { state: row.state, ...(source ? { copiedFrom: source.id } : {}) }
  const event = { entity: row.id, version: 1, verb: 'create', after }
  const written = [...statements, ...(files?.statements ?? [])]
  const refusal = await commit(tenant, scene.hand, [event], written, storedAnswer(201, answer, 1))
  // an attachment that went in the same moment: the next try copies what is there
  return refusal
    ? refuse(refusedWrite(refusal, { copied: { code: 'version-stale' } }))
    : ok({ body: answer, version: 1 })
}
