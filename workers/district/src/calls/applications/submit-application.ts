import { sha256 } from '@shixun/db/sha256'
import { assertion, insert, type Statement, statement } from '@shixun/db/statement'
import { partyStatements } from '@shixun/db/tenant/conflicts'
import { endReminder } from '@shixun/db/tenant/reminders'
import { submissions } from '@shixun/db/tenant/schema/calls'
import type { LEVELS } from '@shixun/domain/calls/design/call'
import { checkForm } from '@shixun/domain/calls/design/form'
import { checkFileRows } from '@shixun/domain/calls/files/file-rows'
import { applicationSubmittedWords } from '@shixun/domain/inbox/event-words'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { partiesOf, partyKeys } from '@shixun/domain/quality/conflicts/parties'
import { numberSeries } from '@shixun/domain/shared/number-pattern'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { dispatchStatements } from '@shixun/tenant/dispatch-statements'
import { numberFacts } from '@shixun/tenant/numbering'
import type { DistrictScene } from '../../store.ts'
import { blockingProblems } from '../design/finding-rules.ts'
import { type ApplicationRow, findingsIn } from './application-card.ts'
import { refuseIneligible } from './check-eligibility.ts'
import { moveApplication, ownersOf } from './move-application.ts'

/** Who is in is not reminded any more, and the office's robots say so. */
function handedIn(scene: DistrictScene, row: ApplicationRow, no: number): Statement[] {
  const owners = Object.entries(ownersOf(row))
  return [
    ...owners.map(([role, unit]) => endReminder(row.callId ?? '', { role, unit }, scene.now)),
    ...dispatchStatements(scene, 'application.submitted', applicationSubmittedWords({ ...row, no })),
  ]
}

/** Answers that were carried to a changed form are handed in as they stand there; what found no place stays with the draft. */
function carried(row: ApplicationRow): Statement[] {
  if (row.formChanges === null) return []
  return [
    statement(
      'UPDATE applications SET form_no = ?, form_values = ?, left_values = ? WHERE id = ?',
      row.formNo,
      JSON.stringify(row.formValues),
      JSON.stringify(row.leftValues),
      row.id,
    ),
  ]
}

type Given = { params: { id: string }; body: { note?: string | undefined } }

/** The office changed or closed the call between the reading and the writing of a submission. */
const CALL_MOVED: Refusal = { code: 'version-stale', facts: { moved: 'call' } }

/**
 * 提交申报：complete, within the rules that block, by a unit that may apply. A frozen snapshot is kept of every submission;
 * the first one gives the number; the quota of the unit is asserted inside the batch. When the call moved meanwhile it is
 * tried once more, so that the unit hears what holds now (the window closed) and not that something was changed.
 */
export async function submitApplication(scene: DistrictScene, given: Given): Promise<Verdict> {
  const first = await attempt(scene, given)
  return !first.ok && first.refusal === CALL_MOVED ? attempt(scene, given) : first
}

function attempt(scene: DistrictScene, { params, body }: Given): Promise<Verdict> {
  return moveApplication(scene, { id: params.id, action: 'submit', note: body.note }, async (loaded) => {
    const { row, attachments, numbering, eligibility } = loaded
    if (!row.callId || !row.form || !row.unitKinds || !row.eligibility)
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/callId', problem: 'required' }] })
    const problems = [
      ...checkForm(row.form, row.formValues, true),
      ...checkFileRows(row.form, row.formValues, attachments),
    ].map((field) => ({ ...field, pointer: `/values${field.pointer}` }))
    const fields = [...problems, ...blockingProblems(findingsIn(row))]
    if (fields.length) return refuse({ code: 'invalid-input', fields: fields.slice(0, 100) })
    const call = {
      level: (row.callLevel ?? 'district') as (typeof LEVELS)[number],
      unitKinds: row.unitKinds,
      eligibility: row.eligibility,
      contact: row.contact ?? '',
      form: row.form,
    }
    const ineligible = eligibility && refuseIneligible(scene, call, eligibility, row.formValues)
    if (ineligible) return refuse(ineligible)
    const no = row.submissionNo + 1
    const frozen = attachments.map(({ id, name, mediaType, size, sha256: hash }) => ({
      id,
      name,
      mediaType,
      size,
      sha256: hash,
    }))
    const hash = await sha256(canonicalJson({ title: row.title, values: row.formValues, attachments: frozen }))
    const quota = row.quotaPerUnit ?? 0
    return ok({
      set: { submissionNo: no },
      numbered: row.number === null ? numberSeries(numbering.application, numberFacts(scene, row)) : undefined,
      after: { submission: no, sha256: hash },
      statements: [
        ...carried(row),
        ...partyStatements(
          row.id,
          partyKeys(partiesOf(row.form, row.formValues, { id: row.unitId, name: row.unitName })),
        ),
        insert(submissions, {
          applicationId: row.id,
          no,
          formNo: row.formNo,
          title: row.title,
          formValues: row.formValues,
          attachments: frozen,
          sha256: hash,
          submittedAt: scene.now,
        }),
        assertion(
          'quota',
          "SELECT count(*) <= ? FROM applications WHERE unit_id = ? AND call_id = ? AND state NOT IN ('draft', 'withdrawn')",
          quota,
          row.unitId,
          row.callId,
        ),
        assertion('call', 'SELECT version = ? FROM calls WHERE id = ?', row.callVersion, row.callId),
        ...handedIn(scene, row, no),
      ],
      refusals: { quota: { code: 'quota-used-up', facts: { quota } }, call: CALL_MOVED },
    })
  })
}
