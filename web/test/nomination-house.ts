import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { DEFAULT_COHORT_RULES } from '../../packages/domain/src/delivery/cohort.ts'
import type { Role } from '../../packages/domain/src/identity/role.ts'
import {
  type District,
  freshId,
  insertRows,
  type OwnHouse,
  type Row,
  raiseOwnHouse,
} from '../../workers/system/src/own-house.ts'
import { concludedCohort } from '../../workers/system/src/sample-cohorts.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'

/** A bureau with a training centre that runs cohorts and two schools that nominate. */
export type NominationHouse = {
  house: OwnHouse
  district: District
  runner: sample.Unit
  school: sample.Unit
  village: sample.Unit
  /** A cohort that takes nominations, with a lecture at nine on each of these days. */
  cohort(title: string, days: readonly string[], given?: Row): Promise<string>
  arrive(browser: Browser, role: Role, unit?: string, options?: BrowserContextOptions): Promise<Page>
}

const PEOPLE = ['王小明', '李敏', '李敏', '张建国', '刘秀英', '陈志强', '杨静']

export async function raiseNominationHouse(): Promise<NominationHouse> {
  const house = await raiseOwnHouse()
  const district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const put = (table: string, ...rows: Row[]) => insertRows(district.tenant, table, rows)
  const unit = async (name: string, no: number, given: Row = {}): Promise<sample.Unit> => {
    const row = { ...sample.school(name, no), ...given }
    await put('schools', row)
    return { id: row.id, kind: 'school', name }
  }
  const runner = await unit('区教师发展中心', 1)
  const school = await unit('纬五路第一小学', 2)
  const village = await unit('柳林镇中心小学', 3, { area: 'rural' })
  const rubric = sample.rubric('review', 'published')
  const call = sample.call(rubric.id)
  const application = sample.application(call.id, runner, 'approved')
  const { row: project, agreement } = sample.project(application.id, call.id, runner)
  await put('rubrics', rubric)
  await put('calls', call)
  await put('applications', application)
  await put('projects', { ...project, state: 'running' })
  await put('agreements', agreement)
  for (const [n, name] of PEOPLE.entries())
    await put('teachers', {
      ...sample.teacher(name, school.id, school.name),
      document_tail: `00${n}X`,
      subject: n === 5 ? '数学' : '语文',
      title: '一级教师',
      entry_date: '2015-09-01',
    })
  for (const name of ['赵晓红', '黄海燕'])
    await put('teachers', { ...sample.teacher(name, village.id, village.name), entry_date: '2020-09-01' })
  let no = 0
  return {
    house,
    district,
    runner,
    school,
    village,
    async cohort(title, days, given = {}) {
      no += 1
      const row = concludedCohort(project.id, runner, {
        ...{ no, title, state: 'nominating', places: 3, waiting_places: 2, version: 1, topic: title, line: title },
        ...{ starts_on: days[0], ends_on: days[days.length - 1], minutes: days.length * 120 },
        rules: { ...DEFAULT_COHORT_RULES, subjects: ['语文'], quotaPerSchool: 3 },
        ...given,
      })
      await put('cohorts', row)
      await put(
        'sessions',
        ...days.map((day) => ({
          ...{ id: freshId('ses'), cohort_id: row.id, stage_id: 's1', topic: '专题讲座', module: '师德', version: 1 },
          ...{ channel: 'concentrated', trainers: [], place: '二楼报告厅', minutes: 120, state: 'planned' },
          ...{ starts_at: `${day}T01:00:00.000Z`, ends_at: `${day}T03:00:00.000Z` },
          ...{ created_at: row['created_at'], updated_at: row['updated_at'] },
        })),
      )
      return row.id
    },
    async arrive(browser, role, unitId, options = {}) {
      const context = await browser.newContext({ baseURL: house.url, ...options })
      const { token } = await house.session({ role, district, ...(unitId ? { unit: unitId } : {}) })
      await context.addCookies([{ name: 'sid', value: token, url: house.url }])
      return context.newPage()
    },
  }
}
