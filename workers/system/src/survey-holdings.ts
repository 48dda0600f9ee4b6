import type { KeyRing } from '@shixun/http/personal-data'
import { sealPersonal } from '@shixun/http/personal-data'
import { clientOf } from '../../../packages/testkit/src/client.ts'
import { must } from '../../../packages/testkit/src/people.ts'
import { localSecrets } from '../../../scripts/local/secrets.ts'
import type { Holding } from './district-holdings.ts'
import { type District, freshId, insertRows, type OwnHouse } from './own-house.ts'
import { concludedCohort, doneEnrolment } from './sample-cohorts.ts'
import type { Unit } from './sample-rows.ts'

type Given = { project: string; runner: Unit; school: Unit; teacher: string; no: number }

const AT = '2026-05-04T01:00:00.000Z'
const QUESTION = { key: 'advice', kind: 'text', section: '', title: '建议', required: false, options: [], rated: false }
const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF')

/** A closed survey of a cohort with one opinion that can be read, and a follow-up of one teacher with a document. */
export async function surveyHoldings(
  house: OwnHouse,
  district: District,
  { project, runner, school, teacher, no }: Given,
): Promise<Holding[]> {
  const { ref, tenant } = district
  const cohort = concludedCohort(project, runner, { no, followed: 1 })
  await insertRows(tenant, 'cohorts', [cohort])
  const enrolment = doneEnrolment(cohort.id, { id: teacher, name: '教师' }, school)
  await insertRows(tenant, 'enrolments', [enrolment])
  const survey = freshId('sur')
  await insertRows(tenant, 'surveys', [
    {
      ...{ id: survey, title: '满意度问卷', subject: 'cohort', project_id: project, cohort_id: cohort.id, month: null },
      ...{ subject_title: '第 1 班', unit_id: runner.id, unit_name: runner.name, state: 'closed', least: 5 },
      body: { intro: '', questions: [QUESTION], segments: [], showing: 'steps' },
      ...{ segments: [], public_key: { n: 'x'.repeat(342), e: 'AQAB' }, until: AT },
      ...{ invited: 6, taken: 6, answered: 5, released: 5, release: 1 },
      figures: { release: 1, count: 5, questions: [], segments: [], satisfaction: null },
      ...{ version: 4, created_at: AT, opened_at: AT, closed_at: AT },
    },
  ])
  await insertRows(tenant, 'survey_invitations', [{ survey_id: survey, teacher_id: teacher, taken: 1 }])
  const opinion = freshId('att').replace('_', '')
  const ring = JSON.parse((await localSecrets(house.state)).delivery['SURVEY_KEYS'] ?? '{}') as KeyRing
  const sealed = await sealPersonal(ring, { tenant: ref.id, row: `${survey}/${opinion}` }, '多一些观课')
  await insertRows(tenant, 'survey_opinions', [
    { survey_id: survey, id: opinion, question: 'advice', sealed, release: 1, standing: 'waiting' },
  ])
  const round = { cohort_id: cohort.id, month: 3, project_id: project, unit_id: runner.id }
  await insertRows(tenant, 'follow_up_rounds', [
    {
      ...round,
      id: freshId('fur'),
      title: '第 1 班',
      opens_on: '2026-08-03',
      due_on: '2099-09-02',
      stage: 'asked',
      due: 1,
    },
  ])
  const followUp = freshId('fol')
  await insertRows(tenant, 'follow_ups', [
    {
      ...{ ...round, id: followUp, cohort_title: '第 1 班', enrolment_id: enrolment.id, teacher_id: teacher },
      ...{ name: '教师', school_id: school.id, school_name: school.name, state: 'waiting' },
      ...{ opens_on: '2026-08-03', due_on: '2099-09-02', version: 1, created_at: AT },
    },
  ])
  const { token } = await house.session({ role: 'teacher', district, unit: teacher })
  const form = new FormData()
  form.set('file', new Blob([PDF]), '课例.pdf')
  const path = `/api/districts/${ref.slug}/follow-ups/${followUp}/documents`
  const told = must('document', await clientOf(house.url, { token }).post<{ evidence: { id: string }[] }>(path, form))
  const concerned = [...new Set([runner.id, school.id, teacher])]
  return [
    { collection: 'surveys', id: survey, owners: [runner.id, teacher] },
    { collection: 'opinions', id: opinion, owners: [] },
    { collection: 'follow-ups', id: followUp, owners: concerned },
    ...told.evidence.map(({ id }) => ({ collection: 'documents', id, owners: concerned })),
  ]
}
