import { DEFAULT_COHORT_RULES } from '@shixun/domain/delivery/cohort'
import type { Role } from '@shixun/domain/identity/role'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { carryEnvelopes } from '../../jobs/src/carry-envelopes.ts'
import type { Env as Jobs } from '../../jobs/src/env.ts'
import { type District, freshId, insertRows, type OwnHouse, type Row, raiseOwnHouse, rowsOf } from './own-house.ts'
import * as sample from './sample-rows.ts'

let serial = 0
const AT = '2026-01-05T00:00:00.000Z'
const PERIOD = { id: 'p1', levels: ['city'], number: 'ZZ-01', from: '2026-01-01', to: '2099-12-31' }

export type Bureau = {
  ref: DistrictRef
  base: string
  /** The token of somebody who acts for it. */
  token(role: Role, unit?: string): Promise<string>
  rows(sql: string, ...params: unknown[]): Promise<Row[]>
  put<R extends Row>(table: string, row: R): Promise<R>
  /** One round of the carrier: the house is kept, the outbox goes out, the answers come home. */
  carry(): Promise<void>
}
export type Bureaus = {
  house: OwnHouse
  jobs: Jobs
  city: Bureau
  county: Bureau
  other: Bureau
  stop(): Promise<void>
}

function bureauOf(house: OwnHouse, jobs: Jobs, district: District): Bureau {
  return {
    ref: district.ref,
    base: `/api/districts/${district.ref.slug}`,
    token: async (role, unit) => (await house.session({ role, district, unit: unit ?? null })).token,
    rows: (sql, ...params) => rowsOf(district.tenant, sql, ...params),
    put: async (table, row) => {
      await insertRows(district.tenant, table, [row])
      return row
    },
    carry: () => carryEnvelopes(jobs, { slug: district.ref.slug }),
  }
}

/** A city with two counties below it, in a house of their own. */
export async function raiseThree(): Promise<Bureaus> {
  const house = await raiseOwnHouse()
  const jobs = await house.constellation.miniflare.getBindings<Jobs>('shixun-jobs')
  const found = async (slug: string, name: string, kind: 'city' | 'county', division: string) =>
    bureauOf(house, jobs, await house.found({ slug, name, kind, division }))
  return {
    house,
    jobs,
    city: await found('zhengzhou', '郑州市教育局', 'city', '410100'),
    county: await found('jinshui', '金水区教育局', 'county', '410105'),
    other: await found('gongyi', '巩义市教育局', 'county', '410181'),
    stop: () => house.stop(),
  }
}

/** A project of a school with a cohort that takes guests: two days of three hours, in June 2026. */
export async function aCohort(bureau: Bureau, given: Row = {}) {
  const school = await bureau.put('schools', sample.school('教师发展中心', ++serial))
  const unit = { id: school.id, name: '教师发展中心', kind: 'school' } as const
  const provider = await bureau.put('providers', {
    ...sample.provider('郑州师范学院'),
    periods: [{ ...PERIOD, endedOn: null, reason: null }],
  })
  const application = sample.application('', unit, 'approved')
  await bureau.put('applications', { ...application, call_id: null })
  const { row: project } = sample.project(application.id, '', unit)
  await bureau.put('projects', { ...project, state: 'running' })
  const cohort = await bureau.put('cohorts', {
    id: freshId('coh'),
    project_id: project.id,
    project_title: '骨干教师研修',
    unit_kind: 'school',
    unit_id: school.id,
    unit_name: '教师发展中心',
    provider_id: provider.id,
    provider_name: '郑州师范学院',
    no: 1,
    title: '骨干教师研修一班',
    line: '骨干教师研修',
    topic: '作业设计',
    level: 'city',
    module: '专业能力',
    subject: '',
    phase: '',
    channel: 'concentrated',
    category: '',
    state: 'nominating',
    places: 3,
    waiting_places: 5,
    taken: 0,
    minutes: 360,
    stages: [{ id: 's1', title: '集中研修', from: '2026-06-01', to: '2026-06-02' }],
    rules: { ...DEFAULT_COHORT_RULES, guests: true },
    starts_on: '2026-06-01',
    ends_on: '2026-06-02',
    nominate_until: '2099-05-20T00:00:00.000Z',
    version: 1,
    created_at: AT,
    updated_at: AT,
    ...given,
  })
  const sessions: Row[] = []
  for (const day of ['2026-06-01', '2026-06-02'])
    sessions.push(
      await bureau.put('sessions', {
        id: freshId('ses'),
        cohort_id: cohort.id,
        stage_id: 's1',
        topic: '作业设计',
        module: '专业能力',
        channel: 'concentrated',
        trainers: [],
        place: '报告厅',
        starts_at: `${day}T01:00:00.000Z`,
        ends_at: `${day}T04:00:00.000Z`,
        minutes: 180,
        state: 'planned',
        version: 1,
        created_at: AT,
        updated_at: AT,
      }),
    )
  return { cohort, sessions }
}

/** Teachers of one school of a bureau. */
export async function teachersOf(bureau: Bureau, names: readonly string[]) {
  const school = await bureau.put('schools', sample.school('育才小学', ++serial))
  const ids: string[] = []
  for (const name of names) ids.push((await bureau.put('teachers', sample.teacher(name, school.id, '育才小学'))).id)
  return { school: school.id, ids }
}
