import { chinaDate } from '@shixun/domain/shared/china-time'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  type Item,
  type Panel,
  type Rater,
  raiseSpine,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import * as sample from '../../../../system/src/sample-rows.ts'

export type Seat = Item & {
  applicationId: string
  expertId: string
  seat: string
  replaces: string | null
  replacedBy: string | null
  because: string
  late: boolean
}
export type Progress = {
  id: string
  name: string
  due: number
  submitted: number
  overdue: number
  lastAt: string | null
  remindedAt: string | null
}
export type Preview = {
  seed: string
  seeds: { seed: string; reason: string | null }[]
  items: number
  seats: number
  rows: {
    title: string
    seats: { expertId: string; because: string }[]
    barred: { expertId: string; conflicts: { rule: string; detail: string }[] }[]
    short: boolean
  }[]
  experts: { id: string; load: number; barred: number }[]
  shortages: { title: string; needed: number; available: number }[]
  helpers: { id: string; fills: number }[]
  unmatched: { subject: string; items: number }[]
}
export type Given = {
  given: { id: string; applicationId: string; expertId: string; replaces: string | null }[]
  unfilled: unknown[]
}

export let spine: Spine
export let schools: Applicant[]
export let raters: Rater[]

export const today = chinaDate(new Date().toISOString())
export const path = (id: string, more = '') => `${spine.base}/panels/${id}${more}`
export const idsOf = (list: readonly Rater[]) => list.map(({ id }) => id)
export const seatsOf = async (panel: string, query = '') =>
  must('seats', await spine.office.get<{ items: Seat[] }>(path(panel, `/seats?limit=200${query}`))).items
export const progressOf = async (panel: string) =>
  must('progress', await spine.office.get<{ items: Progress[] }>(path(panel, '/experts?limit=200'))).items
export const act = <T>(panel: string, verb: string, body: Record<string, unknown>) =>
  spine.office.post<T>(path(panel, `/${verb}`), body)
export const preview = (body: Record<string, unknown>) =>
  spine.office.post<Preview>(`${spine.base}/panels/preview`, body)
export const form = (body: Record<string, unknown>) => spine.office.post<Panel>(`${spine.base}/panels`, body)

/** A call with so many screened applications, in turn of both schools. */
export async function callWith(n: number, subject = '班主任'): Promise<string> {
  const call = await spine.openCall({
    quotaPerUnit: 50,
    review: { blindness: 'double', method: 'mean', expertsPerItem: 2, quota: 1 },
  })
  for (let at = 0; at < n; at++) {
    const school = schools[at % schools.length]
    if (school) await spine.screened(school, call, { title: `项目 ${at}`, values: { ...sample.VALUES, subject } })
  }
  return call
}

let trainings = 0

/** A cohort of a school's earlier project that ended on a day, with whoever taught there and took part. */
export async function trainedAt(
  school: Applicant,
  on: string,
  people: { trainer?: string; trainee?: { id: string; name: string } },
  providerId: string | null = null,
): Promise<void> {
  const n = ++trainings
  const callId = await spine.openCall()
  const application = sample.application(callId, { ...school, kind: 'school' }, 'approved')
  await spine.put('applications', application)
  const { row: project } = sample.project(application.id, callId, { ...school, kind: 'school' })
  await spine.put('projects', { ...project, number: `LX-T${n}` })
  const AT = `${on}T01:00:00.000Z`
  const times = { version: 1, created_at: AT, updated_at: AT }
  const unit = { unit_kind: 'school', unit_id: school.id, unit_name: school.name }
  const cohort = `coh_${String(n).padStart(26, '0')}`
  await spine.put('cohorts', {
    ...{
      id: cohort,
      project_id: project.id,
      project_title: '',
      ...unit,
      provider_id: providerId,
      no: 1,
      title: '一班',
    },
    ...{ line: '', topic: '', level: 'district', module: '', subject: '', phase: '', channel: 'concentrated' },
    ...{ category: '', state: 'concluded', places: 50, waiting_places: 0, stages: [], rules: {} },
    ...{ starts_on: on, ends_on: on, ...times },
  })
  const session = `ses_${String(n).padStart(26, '0')}`
  const slot = { starts_at: AT, ends_at: AT, minutes: 120, topic: '讲座' }
  const where = { module: '', channel: 'concentrated', place: '', state: 'held', trainers: [] }
  await spine.put('sessions', { id: session, cohort_id: cohort, stage_id: 's1', ...slot, ...where, ...times })
  if (people.trainer)
    await spine.put('session_bookings', {
      ...{ key: `trainer/${people.trainer}`, session_id: session, cohort_id: cohort, cohort_title: '一班', ...slot },
    })
  if (people.trainee)
    await spine.put('enrolments', {
      ...{ id: `enr_${String(n).padStart(26, '0')}`, cohort_id: cohort, teacher_id: people.trainee.id },
      ...{ name: people.trainee.name, school_id: school.id, school_name: '', subject: '', phase: '' },
      ...{ state: 'completed', preference: 1, findings: [], ...times },
    })
}

/** A bureau with two schools and four experts, two of whom know the subject. */
export async function raisePanels(): Promise<void> {
  spine = await raiseSpine()
  schools = [await spine.school('育才小学'), await spine.school('实验小学')]
  raters = []
  for (const [name, subjects] of [
    ['专家甲', ['班主任']],
    ['专家乙', ['班主任']],
    ['专家丙', []],
    ['专家丁', []],
  ] as const)
    raters.push(await spine.expert(name, { subjects, phases: ['primary'] }))
}
