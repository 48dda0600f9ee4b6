import { ROUTES } from '@shixun/contract/routes'
import { DISTRICT_240 } from '@shixun/domain/credits/samples/district-hours'
import { insertRows } from '../../../workers/system/src/own-house.ts'
import {
  concludedCohort,
  doneEnrolment,
  ledgerEntry,
  publishedPolicy,
} from '../../../workers/system/src/sample-cohorts.ts'
import type { Tale } from './tale.ts'

/** Certificates of a cohort that four teachers completed: issued, looked at, checked by anybody, taken back; and a transcript. */
export async function countCertificates(
  { county, measure, prepare, as }: Tale,
  { project, school }: { project: string; school: string },
): Promise<void> {
  const office = { as: await as('office') }
  const { body: roster } = await prepare(ROUTES.listTeachers, office)
  const unit = { id: school, kind: 'school' as const, name: '金水一小' }
  const cohort = concludedCohort(project, unit, { no: 90, starts_on: '2026-01-05', ends_on: '2026-01-07' })
  const teachers = roster.items.slice(0, 4)
  await insertRows(county.tenant, 'cohorts', [cohort])
  await insertRows(
    county.tenant,
    'enrolments',
    teachers.map((teacher) => doneEnrolment(cohort.id, teacher, unit)),
  )
  const [first] = teachers
  const entries = Array.from({ length: 20 }, () => ledgerEntry(first?.id ?? '', school, { date: '2026-01-05' }))
  await insertRows(county.tenant, 'ledger_entries', entries)
  await insertRows(county.tenant, 'policies', [publishedPolicy(DISTRICT_240.policy, { line: 'certificates', no: 90 })])
  const one = { ...office, params: { id: cohort.id } }
  await measure(ROUTES.readIssuance, one)
  await measure(ROUTES.issueCertificates, { ...one, body: {} })
  const { body: list } = await measure(ROUTES.listCertificates, office)
  await measure(ROUTES.listCertificates, { ...office, query: { cohort: cohort.id } }, 'of a cohort')
  await measure(ROUTES.listCertificates, { ...office, query: { q: 'JY' } }, 'q')
  await measure(ROUTES.listCertificates, { as: await as('teacher', first?.id ?? '') }, 'a teacher')
  const [newest, second] = list.items
  await measure(ROUTES.readCertificate, { ...office, params: { id: newest?.id ?? '' } })
  await measure(ROUTES.readCertificateProof, { ...office, params: { id: newest?.id ?? '' } })
  const revoked = { ...office, params: { id: newest?.id ?? '' }, ifMatch: 1 }
  await measure(ROUTES.revokeCertificate, { ...revoked, body: { note: '错发' } })
  const superseded = { ...office, params: { id: second?.id ?? '' }, ifMatch: 1 }
  await measure(ROUTES.supersedeCertificate, { ...superseded, body: { note: '更正', corrections: { name: '王小明' } } })
  await measure(ROUTES.showCertificate, { as: null, params: { code: second?.code ?? '' } })
  await measure(ROUTES.readCertificateKeys, { as: null })
  await measure(ROUTES.readTranscript, { ...office, params: { id: first?.id ?? '' } })
}
