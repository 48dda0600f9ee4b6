import { sha256 } from '@shixun/db/sha256'
import { assertion, insert } from '@shixun/db/statement'
import { submissions } from '@shixun/db/tenant/schema/calls'
import { checkForm } from '@shixun/domain/calls/form'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveApplication } from './move-application.ts'

/** 提交申报：a frozen snapshot is kept of every submission; the quota of the unit is asserted inside the batch. */
export function submitApplication(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveApplication(scene, { id: params.id, action: 'submit', note: body.note }, async ({ row, attachments }) => {
    if (!row.callId || !row.form || !row.unitKinds)
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/callId', problem: 'required' }] })
    const problems = checkForm(row.form, row.formValues, true)
    if (problems.length)
      return refuse({
        code: 'invalid-input',
        fields: problems.map((field) => ({ ...field, pointer: `/values${field.pointer}` })),
      })
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
      after: { submission: no, sha256: hash },
      statements: [
        insert(submissions, {
          applicationId: row.id,
          no,
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
      ],
      refusals: { quota: { code: 'quota-used-up', facts: { quota } }, call: { code: 'version-stale' } },
    })
  })
}
