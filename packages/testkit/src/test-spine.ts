import type { FormValues } from '@shixun/domain/calls/design/form'
import type { Role } from '@shixun/domain/identity/role'
import { expertLeaves } from '@shixun/domain/quality/rubrics/rubric'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import {
  type District,
  insertRows,
  type OwnHouse,
  type Row,
  raiseOwnHouse,
  rowsOf,
} from '../../../workers/system/src/own-house.ts'
import * as sample from '../../../workers/system/src/sample-rows.ts'
import { type Client, clientOf, type Reply } from './client.ts'
import { must } from './people.ts'

/** What every item of the API carries, as far as these tests read it. */
export type Item = { id: string; version: number; state: string; title: string; actions: string[] }
type Sheet = {
  id: string
  applicationId: string
  expertId: string
  state: string
  total: number | null
  conflicts: { rule: string; detail: string }[]
}
export type Panel = Item & {
  seed: string
  sheetsTotal: number
  sheetsIn: number
  sheets: Sheet[]
  result: { items: { applicationId: string; official: number; rank: number; unitName: string }[] } | null
}
/** A school or provider and who acts for it; an expert and who they are. */
export type Applicant = sample.Unit & { client: Client }
export type Rater = { id: string; name: string; client: Client }

/** One county in a house of its own, on the way from call to project. */
export type Spine = {
  house: OwnHouse
  district: District
  base: string
  office: Client
  reviewRubric: string
  as(role: Role, unit?: string): Promise<Client>
  rows(sql: string, ...params: unknown[]): Promise<Row[]>
  put<R extends Row>(table: string, row: R): Promise<R>
  school(name: string): Promise<Applicant>
  provider(name: string): Promise<Applicant>
  expert(name: string, given?: Row): Promise<Rater>
  /** Composes and publishes a call over HTTP: its id. */
  openCall(given?: Record<string, unknown>): Promise<string>
  draft(unit: Applicant, callId: string, given?: { title?: string; values?: FormValues }): Promise<string>
  /** A draft that was submitted and passed the screening. */
  screened(unit: Applicant, callId: string, given?: { title?: string; values?: FormValues }): Promise<string>
  /** Stops the house; anything the workers printed as an error fails the suite, save what it `provoked`. */
  stop(provoked?: RegExp): Promise<void>
}

type Told = { type?: string; detail?: string; errors?: { pointer: string; problem: string }[] }
const toldBy = ({ body }: { body: unknown }) => body as Told

/** The code of a refusal, its sentence, and its pointers with what is wrong there. */
export const problemOf = (reply: { body: unknown }) => (toldBy(reply).type ?? '').replace('urn:shixun:problem:', '')
export const detailOf = (reply: { body: unknown }) => toldBy(reply).detail ?? ''
export const pointersOf = (reply: { body: unknown }) =>
  (toldBy(reply).errors ?? []).map(({ pointer, problem }) => [pointer, problem])
export const refusalOf = (reply: Reply<unknown>) => [reply.status, problemOf(reply)]

/** Points on every criterion of the review rubric, each `off` hundredths below its maximum. */
export function reviewScores(off = 0): Record<string, number> {
  const rubric = SAMPLE_RUBRICS.find(({ use }) => use === 'application')?.rubric
  if (!rubric) throw new Error('no sample rubric of review')
  return Object.fromEntries(expertLeaves(rubric).map(({ key, max }) => [key, max - off]))
}

/** An expert declares, scores `off` below full marks and hands in. */
export async function scoreSheet(base: string, rater: Client, sheetId: string, off = 0): Promise<void> {
  const path = `${base}/scoresheets/${sheetId}`
  const { version } = must('declaration', await rater.action<Item>(path, 'declare'))
  const body = { scores: reviewScores(off), comment: '设计扎实。' }
  must('scores', await rater.patch(path, body, { ifMatch: version }))
  must('submission', await rater.action(path, 'submit'))
}

/** The tasks that wait on a thing: kind, role and unit. */
export async function openTasks(spine: Spine, entity: string): Promise<unknown[][]> {
  const tasks = await spine.rows('SELECT kind, role, unit FROM tasks WHERE entity = ? AND done_at IS NULL', entity)
  return tasks.map(({ kind, role, unit }) => [kind, role, unit])
}

/** Counters of a life cycle beside the rows they count; states that nobody is in are left out. */
export async function countersAndRows(spine: Spine, entity: string, table: string) {
  const tallied = (rows: Row[]) => Object.fromEntries(rows.map(({ state, n }) => [String(state), Number(n)]))
  const counters = await spine.rows(
    `SELECT substr(name, length(?1) + 2) AS state, n FROM counters WHERE name LIKE ?1 || '.%' AND n <> 0 ORDER BY 1`,
    entity,
  )
  const rows = await spine.rows(`SELECT state, count(*) AS n FROM ${table} GROUP BY state ORDER BY 1`)
  return { counters: tallied(counters), rows: tallied(rows) }
}

export async function raiseSpine(given: { demonstration?: string } = {}): Promise<Spine> {
  const house = await raiseOwnHouse(given)
  const district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const base = `/api/districts/${district.ref.slug}`
  const as = async (role: Role, unit: string | null = null) =>
    clientOf(house.url, await house.session({ role, district, unit }))
  const put = async <R extends Row>(table: string, row: R) => {
    await insertRows(district.tenant, table, [row])
    return row
  }
  const office = await as('office')
  const { id: reviewRubric } = await put('rubrics', sample.rubric('review', 'published'))
  let serial = 0
  const draft: Spine['draft'] = async (unit, callId, { title = '班主任培训', values = sample.VALUES } = {}) =>
    must('draft', await unit.client.post<Item>(`${base}/applications`, { callId, title, values })).id
  return {
    house,
    district,
    base,
    office,
    reviewRubric,
    as,
    put,
    rows: (sql, ...params) => rowsOf(district.tenant, sql, ...params),
    async school(name) {
      const { id } = await put('schools', sample.school(name, ++serial))
      return { id, name, kind: 'school', client: await as('school_admin', id) }
    },
    async provider(name) {
      const { id } = await put('providers', sample.provider(name))
      return { id, name, kind: 'provider', client: await as('provider', id) }
    },
    async expert(name, given = {}) {
      const { id } = await put('experts', { ...sample.expert(name), ...given })
      return { id, name, client: await as('expert', id) }
    },
    async openCall(given = {}) {
      const body = {
        kind: 'training_project',
        level: 'district',
        year: 2026,
        title: '2026 年培训项目',
        guidance: '',
        form: sample.FORM,
        rubricId: reviewRubric,
        opensAt: '2020-01-01T00:00:00.000Z',
        closesAt: '2099-12-31T00:00:00.000Z',
        quotaPerUnit: 10,
        unitKinds: ['school', 'provider'],
        review: { blindness: 'double', method: 'mean', expertsPerItem: 2, quota: 1 },
        noticeDays: 5,
        ...given,
      }
      const { id } = must('call', await office.post<Item>(`${base}/calls`, body))
      must('opening', await office.action(`${base}/calls/${id}`, 'open'))
      return id
    },
    draft,
    async screened(unit, callId, given) {
      const id = await draft(unit, callId, given)
      must('submission', await unit.client.action(`${base}/applications/${id}`, 'submit'))
      must('screening', await office.action(`${base}/applications/${id}`, 'screen'))
      return id
    },
    async stop(provoked) {
      await house.stop()
      const errors = house.errors.filter((error) => !provoked?.test(error))
      if (errors.length > 0) throw new Error(`the workers printed errors:\n${errors.join('\n')}`)
    },
  }
}
