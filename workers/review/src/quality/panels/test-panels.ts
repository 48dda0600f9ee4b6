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
import { VALUES } from '../../../../system/src/sample-rows.ts'

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
    barred: { expertId: string }[]
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
    if (school) await spine.screened(school, call, { title: `项目 ${at}`, values: { ...VALUES, subject } })
  }
  return call
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
