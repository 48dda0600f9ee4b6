import { clientOf } from '../../../packages/testkit/src/client.ts'
import { must } from '../../../packages/testkit/src/people.ts'
import type { Holding } from './district-holdings.ts'
import { type District, insertRows, type OwnHouse, type Session } from './own-house.ts'
import { concludedCohort, doneEnrolment } from './sample-cohorts.ts'
import type { Unit } from './sample-rows.ts'

type Given = { project: string; runner: Unit; school: Unit; teacher: string; no: number }
type Issued = { id: string; code: string }

/** A cohort that was concluded, and the certificate of the one teacher who completed it. */
export async function certificateHoldings(
  { url }: OwnHouse,
  { ref, tenant }: District,
  office: Session,
  { project, runner, school, teacher, no }: Given,
): Promise<Holding[]> {
  const cohort = concludedCohort(project, runner, { no })
  await insertRows(tenant, 'cohorts', [cohort])
  const enrolment = doneEnrolment(cohort.id, { id: teacher, name: '教师' }, school)
  await insertRows(tenant, 'enrolments', [enrolment])
  const base = `/api/districts/${ref.slug}`
  const client = clientOf(url, { token: office.token })
  must('issuing', await client.post(`${base}/cohorts/${cohort.id}/issuance/steps`))
  const { items } = must(
    'certificates',
    await client.get<{ items: Issued[] }>(`${base}/certificates?cohort=${cohort.id}`),
  )
  return [
    // whoever takes part knows of the cohort, though another unit runs it
    { collection: 'cohorts', id: cohort.id, owners: [...new Set([runner.id, school.id, teacher])] },
    { collection: 'enrolments', id: enrolment.id, owners: [...new Set([runner.id, school.id, teacher])] },
    ...items.flatMap(({ id, code }) => [
      { collection: 'certificates', id, owners: [...new Set([school.id, runner.id, teacher])] },
      { collection: 'v', id: code, owners: [] },
    ]),
  ]
}
