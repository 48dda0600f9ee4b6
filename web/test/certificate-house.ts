import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { DISTRICT_240 } from '../../packages/domain/src/credits/samples/district-hours.ts'
import type { Role } from '../../packages/domain/src/identity/role.ts'
import { type District, insertRows, type OwnHouse, raiseOwnHouse } from '../../workers/system/src/own-house.ts'
import {
  concludedCohort,
  doneEnrolment,
  ledgerEntry,
  publishedPolicy,
} from '../../workers/system/src/sample-cohorts.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'

/** A bureau with a policy, a school of teachers with hours, and a cohort that was concluded. */
export type CertificateHouse = {
  house: OwnHouse
  district: District
  cohort: string
  teachers: { id: string; name: string }[]
  school: string
  /** Somebody in a role at a browser of their own. */
  arrive(browser: Browser, role: Role, unit?: string, options?: BrowserContextOptions): Promise<Page>
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const GIVEN = ['小明', '丽华', '建国', '秀英', '志强', '静', '伟', '芳', '晓红', '海燕']

const nameOf = (n: number) => `${SURNAMES[n % SURNAMES.length]}${GIVEN[Math.floor(n / SURNAMES.length) % GIVEN.length]}`

/** What a teacher has: two cohorts of this cycle, hours of their own that wait, and a lecture that does not count. */
function hoursOf(teacher: string, school: string) {
  const entry = (given: object) => ledgerEntry(teacher, school, { ...given })
  return [
    ...['2026-03-02', '2026-03-03', '2026-03-04'].map((date) =>
      entry({ date, project_id: 'pro_spring', title: '新课标下的单元教学设计', minutes: 360 }),
    ),
    ...['2025-10-11', '2025-10-18'].map((date) =>
      entry({ date, project_id: 'pro_school', title: '校本研修：课堂观察', channel: 'school_based', minutes: 270 }),
    ),
    entry({ date: '2026-04-08', title: '名校跟岗一天', source: 'outside', state: 'pending', channel: 'placement' }),
    entry({ date: '2026-01-20', title: '某机构公开讲座', accredited: 0, provider_name: '某文化公司', minutes: 180 }),
  ]
}

export async function raiseCertificateHouse(people: number): Promise<CertificateHouse> {
  const house = await raiseOwnHouse()
  const district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const put = (table: string, ...rows: Parameters<typeof insertRows>[2][number][]) =>
    insertRows(district.tenant, table, rows)
  const row = sample.school('纬五路第一小学', 1)
  const unit = { id: row.id, kind: 'school' as const, name: '纬五路第一小学' }
  const rubric = sample.rubric('review', 'published')
  const call = sample.call(rubric.id)
  const application = sample.application(call.id, unit, 'approved')
  const { row: project, agreement } = sample.project(application.id, call.id, unit)
  await put('schools', row)
  await put('rubrics', rubric)
  await put('calls', call)
  await put('applications', application)
  await put('projects', project)
  await put('agreements', agreement)
  await put('policies', publishedPolicy({ ...DISTRICT_240.policy, minutesPerHour: 45 }))
  const cohort = concludedCohort(project.id, unit, {
    title: '2026 年班主任基本功提升班（第 1 期）',
    project_title: '金水区中小学班主任专业能力提升培训',
  })
  await put('cohorts', cohort)
  const teachers = Array.from({ length: people }, (_, n) => ({
    ...sample.teacher(nameOf(n), unit.id, unit.name),
    name: nameOf(n),
    subject: '语文',
    title: '一级教师',
    entry_date: '2010-09-01',
    education: '本科',
  }))
  for (let from = 0; from < people; from += 50) {
    const some = teachers.slice(from, from + 50)
    await put('teachers', ...some)
    await put('enrolments', ...some.map((teacher) => doneEnrolment(cohort.id, teacher, unit)))
  }
  const [first] = teachers
  if (first) await put('ledger_entries', ...hoursOf(first.id, unit.id))
  return {
    house,
    district,
    cohort: cohort.id,
    teachers,
    school: unit.id,
    async arrive(browser, role, unitId, options = {}) {
      const { token } = await house.session({ role, district, unit: unitId ?? null })
      const context = await browser.newContext({ baseURL: house.url, ...options })
      await context.addCookies([{ name: 'sid', value: token, url: house.url }])
      return context.newPage()
    },
  }
}
