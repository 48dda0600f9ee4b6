import { DEFAULT_COHORT_RULES } from '@shixun/domain/delivery/cohort'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { type Applicant, type Item, raiseSpine, type Spine } from '../../../../packages/testkit/src/test-spine.ts'
import * as sample from '../../../system/src/sample-rows.ts'

export type Cohort = Item & {
  no: number
  minutes: number
  taken: number
  startsOn: string
  endsOn: string
  providerName: string | null
  accredited: boolean
  nominateUntil: string | null
  stages: { id: string }[]
}
type Session = Item & { topic: string; minutes: number; startsAt: string; endsAt: string; note: string | null }
type Finding = { rule: string; session: number; with: string | null; detail: string }
export type Written = { sessions: Session[]; findings: Finding[]; cohort: Cohort }

export type CohortStage = Spine & {
  runner: Applicant
  project: string
  /** A cohort of the runner's project, as its unit would make it. */
  make(given?: Record<string, unknown>, who?: Client): Promise<Cohort>
  /** Sessions by hours of days in China. */
  schedule(cohort: string, sessions: Record<string, unknown>[], who?: Client): Promise<Written>
  /** A cohort with one session that takes nominations. */
  opened(given?: Record<string, unknown>): Promise<Cohort>
  /** A round of the delivery worker, as the clock brings it about. */
  round(): Promise<void>
  /** Teachers who take part, written as rows. */
  enrol(cohort: string, school: { id: string; name: string }, n: number): Promise<string[]>
}

/** The body of a cohort. */
export const newCohort = (projectId: string, given: Record<string, unknown> = {}) => ({
  projectId,
  title: '班主任培训第 1 班',
  providerId: null,
  line: '班主任培训',
  topic: '班级管理',
  level: 'district',
  module: '健康教育与班级管理能力',
  subject: '',
  phase: '',
  channel: 'concentrated',
  category: '',
  places: 40,
  waitingPlaces: 5,
  stages: [{ id: 's1', title: '集中研修', from: '2027-04-01', to: '2027-04-10' }],
  rules: DEFAULT_COHORT_RULES,
  nominateUntil: null,
  ...given,
})

/** An instant by day and hour in China. */
export const at = (day: string, hour: number, minute = 0) =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + ((hour - 8) * 60 + minute) * 60_000).toISOString()

/** A lesson of two hours. */
export const lesson = (given: Record<string, unknown> = {}) => ({
  stageId: 's1',
  topic: '班会设计',
  module: '健康教育与班级管理能力',
  trainers: [],
  place: '',
  startsAt: at('2027-04-02', 9),
  endsAt: at('2027-04-02', 11),
  minutes: 120,
  ...given,
})

/** A county with a running project of one school. */
export async function raiseCohorts(): Promise<CohortStage> {
  const spine = await raiseSpine()
  const { put, base, office } = spine
  const runner = await spine.school('教师发展中心')
  const call = await put('calls', sample.call(spine.reviewRubric))
  const application = await put('applications', sample.application(call.id, runner, 'approved'))
  const { row, agreement } = sample.project(application.id, call.id, runner)
  await put('projects', { ...row, state: 'running' })
  await put('agreements', agreement)
  const { client } = runner
  const make: CohortStage['make'] = async (given = {}, who = client) =>
    must('cohort', await who.post<Cohort>(`${base}/cohorts`, newCohort(row.id, given)))
  const schedule: CohortStage['schedule'] = async (cohort, sessions, who = client) =>
    must('timetable', await who.post<Written>(`${base}/cohorts/${cohort}/sessions`, { sessions }))
  return {
    ...spine,
    runner,
    project: row.id,
    make,
    schedule,
    async opened(given) {
      const { id } = await make(given)
      await schedule(id, [lesson()])
      return must('opening', await office.action<Cohort>(`${base}/cohorts/${id}`, 'open'))
    },
    async round() {
      type Jobs = { DELIVERY: { tick(ref: DistrictRef, now: string): Promise<void> } }
      const { DELIVERY } = await spine.house.constellation.miniflare.getBindings<Jobs>('shixun-jobs')
      await DELIVERY.tick(spine.district.ref, new Date().toISOString())
    },
    async enrol(cohort, school, n) {
      const teachers = Array.from({ length: n }, (_, index) =>
        sample.teacher(`${school.name}教师${index + 1}`, school.id, school.name),
      )
      for (const teacher of teachers) {
        await put('teachers', teacher)
        await put('enrolments', {
          ...{ id: teacher.id.replace('tea', 'enr'), cohort_id: cohort, teacher_id: teacher.id, name: teacher['name'] },
          ...{ school_id: school.id, school_name: school.name, subject: '语文', phase: 'primary', state: 'enrolled' },
          ...{ preference: 0, findings: [], version: 1, created_at: '2027-01-01', updated_at: '2027-01-01' },
        })
      }
      await spine.rows('UPDATE cohorts SET taken = taken + ? WHERE id = ?', n, cohort)
      return teachers.map(({ id }) => id)
    },
  }
}
