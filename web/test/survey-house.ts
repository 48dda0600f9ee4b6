import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import type { Role } from '../../packages/domain/src/identity/role.ts'
import { tokenText } from '../../packages/domain/src/surveys/token-text.ts'
import {
  type District,
  insertRows,
  type OwnHouse,
  type Row,
  raiseOwnHouse,
} from '../../workers/system/src/own-house.ts'
import { concludedCohort, doneEnrolment } from '../../workers/system/src/sample-cohorts.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'
import { blindToken, finishToken, newSerial } from '../src/parts/surveys/blind-token.ts'

/** A bureau with a cohort that was attended, and its teachers. */
export type SurveyHouse = {
  house: OwnHouse
  district: District
  runner: sample.Unit
  teachers: { id: string; name: string }[]
  cohort: string
  arrive(browser: Browser, role: Role, unit?: string, options?: BrowserContextOptions): Promise<Page>
  /** A teacher takes a token and answers, without a browser. */
  answer(survey: string, teacher: string, values: Record<string, unknown>): Promise<void>
}

const NAMES = ['王小明', '李敏', '张建国', '刘秀英', '陈志强', '杨静', '赵晓红', '黄海燕']

/** `ended` is the last day of the cohort. */
export async function raiseSurveyHouse(ended: string): Promise<SurveyHouse> {
  const house = await raiseOwnHouse()
  const district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const put = (table: string, ...rows: Row[]) => insertRows(district.tenant, table, rows)
  const row = sample.school('纬五路第一小学', 1)
  await put('schools', row)
  const runner: sample.Unit = { id: row.id, kind: 'school', name: '纬五路第一小学' }
  const rubric = sample.rubric('review', 'published')
  const call = sample.call(rubric.id)
  const application = sample.application(call.id, runner, 'approved')
  const { row: project, agreement } = sample.project(application.id, call.id, runner)
  await put('rubrics', rubric)
  await put('calls', call)
  await put('applications', application)
  await put('projects', { ...project, state: 'running' })
  await put('agreements', agreement)
  const title = '小学语文阅读教学研修班'
  const cohort = concludedCohort(project.id, runner, { title, project_title: title, ends_on: ended })
  await put('cohorts', cohort)
  const teachers = NAMES.map((name) => ({ ...sample.teacher(name, runner.id, runner.name), name }))
  await put('teachers', ...teachers)
  await put('enrolments', ...teachers.map((teacher) => doneEnrolment(cohort.id, teacher, runner)))
  const base = `${house.url}/api/districts/${district.ref.slug}`
  const ask = async (path: string, body: unknown, cookie?: string) => {
    const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) }
    const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(`${base}${path}`, sent)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Record<string, string> & { publicKey: { n: string; e: string } }
  }
  return {
    house,
    district,
    runner,
    teachers: teachers.map(({ id, name }) => ({ id, name })),
    cohort: cohort.id,
    async arrive(browser, role, unit, options = {}) {
      const context = await browser.newContext({ baseURL: house.url, ...options })
      const { token } = await house.session({ role, district, ...(unit ? { unit } : {}) })
      await context.addCookies([{ name: 'sid', value: token, url: house.url }])
      return context.newPage()
    },
    async answer(survey, teacher, values) {
      const { token } = await house.session({ role: 'teacher', district, unit: teacher })
      const { publicKey } = await ask(`/surveys/${survey}/paper`, undefined)
      const serial = newSerial()
      const text = tokenText(survey, serial)
      const { blinded, inverse } = await blindToken(publicKey, text)
      const { signature = '' } = await ask(`/surveys/${survey}/token`, { blinded }, `sid=${token}`)
      const finished = await finishToken(publicKey, text, { signature, inverse })
      await ask(`/surveys/${survey}/answers`, { serial, signature: finished, values, segments: {} })
    },
  }
}
