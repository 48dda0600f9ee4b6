import { applicationById, attachmentsOf } from '@shixun/db/tenant/calls'
import { savedFormOf } from '@shixun/db/tenant/drafts'
import { formsOfPair, submissionPair, submissionsOf } from '@shixun/db/tenant/submissions'
import {
  type ComparedSubmission,
  compareSubmissions as compare,
} from '@shixun/domain/calls/applications/compare-submissions'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { underItsForm } from './carried-draft.ts'

function mayRead(scene: DistrictScene, row: { unitId: string } | undefined): boolean {
  const unit = unitLimit(scene.visitor, 'application.read')
  return row !== undefined && (unit === null || row.unitId === unit)
}

/** 历次提交，the newest first. */
export async function listSubmissions(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], items] = await scene.store.tenant.read(applicationById(params), submissionsOf(params))
  return mayRead(scene, row) ? ok({ body: { items, next: null } }) : refuse({ code: 'not-found' })
}

type Side = ComparedSubmission & { no: number; formNo: number; submittedAt: string | null }

/** Which two are compared when nobody says: the last two, the only one and what stands now, or that alone. */
function lastTwo(submissions: number): { from: number; to: number } {
  return submissions > 1 ? { from: submissions - 1, to: submissions } : { from: submissions, to: 0 }
}

/** 两次提交逐项对比。 Each side is read with the form it was written under; 0 is what the application says now. */
export async function compareSubmissions(
  scene: DistrictScene,
  { params, query }: { params: { id: string }; query: { from?: number | undefined; to?: number | undefined } },
): Promise<Verdict> {
  const pair = { id: params.id, from: query.from ?? null, to: query.to ?? null }
  const [[row], attachments, [saved], found, forms] = await scene.store.tenant.read(
    applicationById(params),
    attachmentsOf(params),
    savedFormOf(params),
    submissionPair(pair),
    formsOfPair(pair),
  )
  if (!row || !mayRead(scene, row)) return refuse({ code: 'not-found' })
  const sideOf = (no: number): Side | null => {
    const handedIn = found.find((one) => one.no === no)
    if (no > 0 && !handedIn) return null
    if (handedIn) {
      const form = forms.find((one) => one.no === handedIn.formNo)?.form ?? []
      return { ...handedIn, form, values: handedIn.formValues }
    }
    const { title, form, formNo, formValues } = underItsForm(row, saved ?? null)
    const files = attachments.map(({ id, name, mediaType, size, sha256 }) => ({ id, name, mediaType, size, sha256 }))
    return { no, title, form: form ?? [], formNo, values: formValues, attachments: files, submittedAt: null }
  }
  const last = lastTwo(row.submissionNo)
  const [from, to] = [sideOf(query.from ?? last.from), sideOf(query.to ?? last.to)]
  if (!from || !to) return refuse({ code: 'not-found' })
  const head = ({ no, formNo, submittedAt }: Side) => ({ no, formNo, submittedAt })
  return ok({ body: { from: head(from), to: head(to), ...compare(from, to) } })
}
