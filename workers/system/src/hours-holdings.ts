import { clientOf } from '../../../packages/testkit/src/client.ts'
import { must } from '../../../packages/testkit/src/people.ts'
import type { Holding } from './district-holdings.ts'
import { type District, freshId, insertRows, type OwnHouse, rowsOf, type Session } from './own-house.ts'
import { ledgerEntry } from './sample-cohorts.ts'
import type { Unit } from './sample-rows.ts'

const AT = '2026-05-01T00:00:00.000Z'
const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF')

type Given = { runner: Unit; school: Unit; teacher: string; cohort: string; session: string }

/** Attendance with its proof, a claim of hours with its material, and an entry of the ledger with its voucher. */
export async function hoursHoldings(
  { url }: OwnHouse,
  { ref, tenant }: District,
  office: Session,
  { runner, school, teacher, cohort, session }: Given,
): Promise<Holding[]> {
  const client = clientOf(url, { token: office.token })
  const handIn = async (owner: string) => {
    const form = new FormData()
    form.set('file', new Blob([PDF]), '证明.pdf')
    const path = `/api/districts/${ref.slug}/hours-evidence`
    const { fileId } = must('evidence', await client.post<{ fileId: string }>(path, form))
    await tenant.batch([tenant.prepare('UPDATE files SET owner = ? WHERE id = ?').bind(owner, fileId)])
    return fileId
  }
  const [enrolment] = await rowsOf(tenant, 'SELECT id FROM enrolments WHERE cohort_id = ?', cohort)
  const claim = freshId('hcl')
  await insertRows(tenant, 'hours_claims', [
    {
      ...{ id: claim, cohort_id: cohort, session_id: session, session_topic: '讲座', enrolment_id: enrolment?.['id'] },
      ...{ teacher_id: teacher, teacher_name: '教师', school_id: school.id, unit_id: runner.id, minutes: 90 },
      ...{ note: '听评课', evidence: [], state: 'pending', version: 1, created_at: AT },
    },
  ])
  const entry = ledgerEntry(teacher, school.id, { state: 'pending', source: 'outside' })
  await insertRows(tenant, 'ledger_entries', [{ ...entry, batch: entry.id }])
  const concerned = [...new Set([runner.id, school.id, teacher])]
  const own = [...new Set([school.id, teacher])]
  return [
    { collection: 'hours-claims', id: claim, owners: concerned },
    { collection: 'materials', id: await handIn(claim), owners: concerned },
    { collection: 'proofs', id: await handIn(session), owners: concerned },
    { collection: 'ledger', id: entry.id, owners: own },
    { collection: 'vouchers', id: await handIn(entry.id), owners: own },
  ]
}
