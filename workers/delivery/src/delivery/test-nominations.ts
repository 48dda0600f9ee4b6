import type { CohortRules } from '@shixun/domain/delivery/cohort'
import { DEFAULT_COHORT_RULES } from '@shixun/domain/delivery/cohort'
import { startOfChinaDay } from '@shixun/domain/shared/china-time'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { type Applicant, type Item, raiseSpine, type Spine } from '../../../../packages/testkit/src/test-spine.ts'
import { freshId, insertRows, type Row } from '../../../system/src/own-house.ts'
import * as sample from '../../../system/src/sample-rows.ts'

export type Enrolment = Item & {
  name: string
  schoolId: string
  preference: number
  blocked: boolean
  findings: { rule: string; mode: string; with: { id: string }; detail: string }[]
  waiver: { by: string; reason: string } | null
}
type Nomination = {
  teacherId: string
  name: string
  outcome: string
  problem: string
  eligible: boolean
  blocked: boolean
  preference: { points: number; parts: { what: string; points: number }[] }
  findings: Enrolment['findings']
  enrolmentId: string | null
}
export type Nominated = {
  items: Nomination[]
  unknown: { row: number; name: string; problem: string }[]
  quotas: { schoolId: string; places: number; used: number; asked: number }[]
  placesFree: number
  waitingFree: number
  done: boolean
}
export type Admitted = {
  items: { id: string; state: string; version: number; done: boolean; problem: string | null; detail: string | null }[]
  admitted: number
  queued: number
  placesFree: number
  waitingFree: number
  more: boolean
}

export type Stage = Spine & {
  runner: Applicant
  project: string
  /** A cohort that takes nominations, with sessions of two hours from nine in China on these days. */
  cohort(given?: Row & { rules?: Partial<CohortRules>; days?: string[] }): Promise<string>
  teachers(school: Applicant, n: number, given?: Row): Promise<string[]>
  nominate(who: Client, cohort: string, teacherIds: string[], given?: Record<string, unknown>): ReturnType<typeof post>
  /** The enrolments of teachers who were nominated. */
  enrol(who: Client, cohort: string, teacherIds: string[]): Promise<string[]>
  enrolment(id: string): Promise<Enrolment>
}
const post = (who: Client, path: string, body: unknown) => who.post<Nominated>(path, body)

const AT = '2026-01-05T00:00:00.000Z'
let serial = 0

/** A county with a project of one school that runs cohorts. */
export async function raiseStage(): Promise<Stage> {
  const spine = await raiseSpine()
  const { put, base, office } = spine
  const runner = await spine.school('教师发展中心')
  const call = await put('calls', sample.call(spine.reviewRubric))
  const application = await put('applications', sample.application(call.id, runner, 'approved'))
  const { row: project } = sample.project(application.id, call.id, runner)
  await put('projects', project)
  const nominate: Stage['nominate'] = (who, cohort, teacherIds, given = {}) =>
    post(who, `${base}/cohorts/${cohort}/nominations`, { teacherIds, ...given })
  return {
    ...spine,
    runner,
    project: project.id,
    async cohort({ rules = {}, days = ['2026-12-01'], ...given } = {}) {
      const id = freshId('coh')
      serial += 1
      await put('cohorts', {
        ...{ id, project_id: project.id, project_title: '班主任专项培训', no: serial },
        ...{ unit_kind: 'school', unit_id: runner.id, unit_name: runner.name },
        ...{ title: `班次 ${serial}`, line: `专项 ${serial}`, topic: `主题 ${serial}`, level: 'district' },
        ...{ module: '师德', subject: '', phase: '', channel: 'concentrated', category: '' },
        ...{ state: 'nominating', places: 100, waiting_places: 20, taken: 0, minutes: 120, stages: [] },
        rules: { ...DEFAULT_COHORT_RULES, quotaPerSchool: 50, ...rules },
        ...{ starts_on: days[0] ?? '', ends_on: days.at(-1) ?? '', version: 1, created_at: AT, updated_at: AT },
        ...given,
      })
      await insertRows(
        spine.district.tenant,
        'sessions',
        days.map((day) => {
          const nine = Date.parse(startOfChinaDay(day)) + 9 * 3_600_000
          return {
            ...{ id: freshId('ses'), cohort_id: id, stage_id: 's1', topic: '讲座', module: '师德' },
            ...{ channel: 'concentrated', trainers: [], place: '一楼', minutes: 120, state: 'planned', version: 1 },
            ...{ starts_at: new Date(nine).toISOString(), ends_at: new Date(nine + 7_200_000).toISOString() },
            ...{ created_at: AT, updated_at: AT },
          }
        }),
      )
      return id
    },
    async teachers(school, n, given = {}) {
      const rows = Array.from({ length: n }, (_, index) => ({
        ...sample.teacher(`${school.name}教师${index + 1}`, school.id, school.name),
        ...given,
      }))
      await insertRows(spine.district.tenant, 'teachers', rows)
      return rows.map(({ id }) => id)
    },
    nominate,
    async enrol(who, cohort, teacherIds) {
      const { items } = must('nomination', await nominate(who, cohort, teacherIds))
      return items.map(({ enrolmentId }) => enrolmentId ?? '')
    },
    enrolment: async (id) => must('enrolment', await office.get<Enrolment>(`${base}/enrolments/${id}`)),
  }
}
