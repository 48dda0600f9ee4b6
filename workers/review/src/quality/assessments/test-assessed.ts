import type { Spine } from '../../../../../packages/testkit/src/test-spine.ts'
import { freshId, insertRows, type Row } from '../../../../system/src/own-house.ts'
import { concludedCohort, doneEnrolment } from '../../../../system/src/sample-cohorts.ts'
import * as sample from '../../../../system/src/sample-rows.ts'

/** A district into which rows are put. */
type House = Pick<Spine, 'district' | 'put'>
export type Assessed = { project: string; cohort: string; sessions: string[]; enrolments: string[] }

const AT = '2026-05-04T09:00:00.000Z'
const MILESTONES = [
  { text: '完成培训方案', from: '2026-04-01', to: '2026-04-30' },
  { text: '开班', from: '2026-05-01', to: '2026-05-10' },
  { text: '结班', from: '2026-06-01', to: '2026-06-30' },
]

/** A running project that promised 50 persons and 40 lessons, nothing reported by hand. */
export async function aProject(spine: House, unit: sample.Unit, call: string, given: Row = {}): Promise<string> {
  const application = await spine.put('applications', sample.application(call, unit, 'approved'))
  const { row, agreement } = sample.project(application.id, call, unit)
  const body = Object(agreement['body'])
  await spine.put('projects', { ...row, state: 'running', figures: {}, updated_at: AT, ...given })
  await spine.put('agreements', {
    ...agreement,
    body: { ...body, dates: { ...body.dates, milestones: MILESTONES } },
  })
  return row.id
}

const session = (cohort: string, day: string, state: string): Row & { id: string } => ({
  id: freshId('ses'),
  cohort_id: cohort,
  stage_id: 's1',
  topic: '班会课',
  module: '师德',
  channel: 'concentrated',
  trainers: [],
  place: '报告厅',
  starts_at: `${day}T01:00:00.000Z`,
  ends_at: `${day}T04:00:00.000Z`,
  minutes: 180,
  state,
  version: 1,
  created_at: AT,
  updated_at: AT,
})

/**
 * The project with a running cohort of four: two sessions held, one to come. Three were there all the time, the fourth for
 * half of the first session only.
 */
export async function anAssessed(spine: House, unit: sample.Unit, call: string, given: Row = {}): Promise<Assessed> {
  const { tenant } = spine.district
  const project = await aProject(spine, unit, call, given)
  const cohort = await spine.put('cohorts', concludedCohort(project, unit, { state: 'running' }))
  const sessions = [
    session(cohort.id, '2026-05-01', 'held'),
    session(cohort.id, '2026-05-02', 'held'),
    session(cohort.id, '2026-06-20', 'planned'),
  ]
  const teachers = ['甲', '乙', '丙', '丁'].map((name) => sample.teacher(`${name}老师`, unit.id, unit.name))
  const enrolments = teachers.map((teacher) => ({
    ...doneEnrolment(cohort.id, { id: teacher.id, name: String(teacher['name']) }, unit, 'enrolled'),
    minutes_due: 0,
    minutes_attended: 0,
  }))
  const [first, second] = sessions
  const mark = (sessionId: string | undefined, enrolmentId: string, minutes: number) => ({
    session_id: sessionId,
    enrolment_id: enrolmentId,
    way: 'code',
    minutes,
    evidence: [],
    version: 1,
    at: AT,
  })
  const marks = enrolments.flatMap(({ id }, index) =>
    index < 3 ? [mark(first?.id, id, 180), mark(second?.id, id, 200)] : [mark(first?.id, id, 90)],
  )
  await insertRows(tenant, 'teachers', teachers)
  await insertRows(tenant, 'sessions', sessions)
  await insertRows(tenant, 'enrolments', enrolments)
  await insertRows(tenant, 'attendance', marks)
  return {
    project,
    cohort: cohort.id,
    sessions: sessions.map(({ id }) => id),
    enrolments: enrolments.map(({ id }) => id),
  }
}

/** A survey of a cohort as it stands when it is open: 40 asked, `answered` answered. */
export async function aSurvey(spine: House, { project, cohort }: Assessed, unit: sample.Unit): Promise<string> {
  const { id } = await spine.put('surveys', {
    id: freshId('sur'),
    title: '满意度问卷',
    subject: 'cohort',
    project_id: project,
    cohort_id: cohort,
    subject_title: '第 1 班',
    unit_id: unit.id,
    unit_name: unit.name,
    state: 'open',
    body: { questions: [] },
    least: 5,
    segments: [],
    until: '2026-07-01T15:59:59.999Z',
    invited: 40,
    answered: 30,
    version: 2,
    created_at: AT,
    opened_at: AT,
  })
  return id
}
