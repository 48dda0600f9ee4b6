import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Role } from '../../packages/domain/src/identity/role.ts'
import { addDays, chinaDate } from '../../packages/domain/src/shared/china-time.ts'
import { freshId } from '../../workers/system/src/own-house.ts'
import { aCohort, type Bureau, type Bureaus, raiseThree, teachersOf } from '../../workers/system/src/three-bureaus.ts'

let bureaus: Bureaus
let city: Bureau
let county: Bureau
let cohort: string
let teachers: Awaited<ReturnType<typeof teachersOf>>
const inAMonth = addDays(chinaDate(new Date().toISOString()), 30)

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  bureaus = await raiseThree()
  ;({ city, county } = bureaus)
  cohort = (await aCohort(city)).cohort.id
  teachers = await teachersOf(county, ['张三', '李四'])
  // a class at home on the same mornings
  const own = await aCohort(county, { level: 'district', line: '班级管理', topic: '班级管理', title: '班级管理班' })
  await county.put('enrolments', {
    ...{ id: freshId('enr'), cohort_id: own.cohort.id, teacher_id: teachers.ids[1], name: '李四' },
    ...{ school_id: teachers.school, school_name: '育才小学', subject: '语文', phase: 'primary', state: 'enrolled' },
    ...{ preference: 0, findings: [], version: 1 },
    ...{ created_at: '2026-01-05T00:00:00.000Z', updated_at: '2026-01-05T00:00:00.000Z' },
  })
})
test.afterAll(() => bureaus.stop())

async function arrive(browser: Browser, bureau: Bureau, role: Role, unit?: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ baseURL: bureaus.house.url, viewport: { width, height: 800 } })
  const token = await bureau.token(role, unit)
  await context.addCookies([{ name: 'sid', value: token, url: bureaus.house.url }])
  return context.newPage()
}

async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual(
    [],
  )
  const width = page.viewportSize()?.width ?? 0
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

test('the city gives places of a cohort to a county', async ({ browser }) => {
  const page = await arrive(browser, city, 'office')
  await page.goto(`/cohorts/${cohort}?tab=offers`)
  await page.getByRole('button', { name: '分配名额' }).click()
  await page.getByLabel('金水区教育局的名额').fill('2')
  await page.getByLabel('名额保留至').fill(inAMonth)
  await page.getByLabel('给对方的留言').fill('请推荐骨干教师')
  await page.getByRole('dialog').getByRole('button', { name: '分配名额' }).click()
  await expect(page.getByText('已向 1 个教育局发出')).toBeVisible()
  await city.carry()
  await page.reload()
  await expect(page.getByRole('row', { name: /金水区教育局/ })).toContainText('对方已签收')
  await expect(page.getByRole('row', { name: /金水区教育局/ })).toContainText(inAMonth)
  await sound(page)
})

test('a registrar with a phone proposes: what clashes is told before anything leaves', async ({ browser }) => {
  const page = await arrive(browser, county, 'registrar', teachers.school, 360)
  await page.goto('/offers')
  await page.getByRole('link', { name: '骨干教师研修一班' }).click()
  await expect(page.getByText('请推荐骨干教师')).toBeVisible()
  await sound(page)
  await page.getByRole('button', { name: '推荐学员' }).click()
  for (const name of ['张三', '李四']) {
    await page.getByRole('combobox', { name: '添加教师' }).fill(name)
    await page.getByRole('option', { name: new RegExp(name) }).click()
  }
  await expect(page.getByText('可以推荐')).toHaveCount(2)
  await expect(page.getByText('需教育局放行')).toBeVisible()
  await expect(page.getByText(/班级管理班：2 次课时间重叠/)).toBeVisible()
  await page.getByRole('button', { name: '提交 2 人' }).click()
  await expect(page.getByText('已推荐 2 人，等待教育局报送')).toBeVisible()
  await expect(page.getByText('待报送')).toHaveCount(2)
  await sound(page)
})

test('the office sends them with a reason, and reads what travelled', async ({ browser }) => {
  const page = await arrive(browser, county, 'office')
  await page.goto('/offers')
  await page.getByRole('link', { name: '骨干教师研修一班' }).click()
  for (const name of ['张三', '李四']) await page.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: '报送主办局' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('不传送身份证件号码和手机号码')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '报送主办局' })).toBeDisabled()
  await dialog.getByLabel('放行理由').fill('本局课程已协调补课')
  await dialog.getByRole('button', { name: '报送主办局' }).click()
  await expect(page.getByText('已报送 2 人')).toBeVisible()
  await sound(page)
  await county.carry()
  await page.goto('/exchange')
  await expect(page.getByRole('row', { name: /报送学员/ })).toContainText('2 人：推荐编号、姓名、学校、学科、学段')
})

test('a teacher who is admitted sees it at home, and the pass to check in with', async ({ browser }) => {
  await city.rows("UPDATE enrolments SET state = 'enrolled', version = 2 WHERE name = '张三'")
  await city.carry()
  await city.carry()
  const page = await arrive(browser, county, 'teacher', teachers.ids[0], 360)
  await page.goto('/my-training')
  await expect(page.getByRole('heading', { name: '外局班次' })).toBeVisible()
  await expect(page.getByText('已录取')).toBeVisible()
  await page.getByRole('button', { name: '显示签到凭据' }).click()
  await expect(page.getByText('请不要转发')).toBeVisible()
  await sound(page)
})

/** The city asks all who attend: the two of the county and four of its own. */
async function askAll(): Promise<string> {
  await city.rows("UPDATE enrolments SET state = 'enrolled', version = 2 WHERE name = '李四'")
  const own = await teachersOf(city, ['甲', '乙', '丙', '丁'])
  for (const teacher_id of own.ids)
    await city.put('enrolments', {
      ...{ id: freshId('enr'), cohort_id: cohort, teacher_id, name: '本市教师', school_id: own.school },
      ...{ school_name: '市直小学', subject: '语文', phase: 'primary', state: 'enrolled', preference: 0 },
      ...{ findings: [], version: 1, created_at: '2026-01-05T00:00:00.000Z', updated_at: '2026-01-05T00:00:00.000Z' },
    })
  const headers = { cookie: `sid=${await city.token('office')}`, 'content-type': 'application/json' }
  const post = async (path: string, body: unknown) => {
    const sent = { method: 'POST', headers, body: JSON.stringify(body) }
    const reply = await fetch(`${bureaus.house.url}${city.base}${path}`, sent)
    expect(reply.ok, await reply.clone().text()).toBe(true)
    return (await reply.json()) as { id: string }
  }
  const options = ['很不同意', '不太同意', '一般', '比较同意', '非常同意']
  const content = {
    key: 'content',
    kind: 'scale',
    section: '',
    title: '内容符合需要',
    required: true,
    options,
    rated: true,
  }
  const body = { intro: '', questions: [content], segments: [], showing: 'at_close' }
  const about = { subject: 'cohort', cohortId: cohort, title: '满意度问卷', until: '2099-01-01T00:00:00.000Z', body }
  const { id } = await post('/surveys', about)
  await post(`/surveys/${id}/actions/open`, {})
  return id
}

test('the same teacher answers the anonymous survey of the other bureau, on the phone at home', async ({ browser }) => {
  const survey = await askAll()
  const page = await arrive(browser, county, 'teacher', teachers.ids[0], 360)
  const sent: { path: string; headers: Promise<Record<string, string>> }[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes(survey))
      sent.push({ path: new URL(request.url()).pathname, headers: request.allHeaders() })
  })
  await page.goto('/my-training')
  await expect(page.getByText('匿名问卷：满意度问卷')).toBeVisible()
  await page.getByRole('link', { name: /去填写/ }).click()
  await page
    .getByRole('group', { name: /内容符合需要/ })
    .getByText('非常同意')
    .click()
  await sound(page)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已提交，谢谢' })).toBeVisible()
  expect(sent.map(({ path }) => path.split('/').slice(3).join('/'))).toEqual([
    `zhengzhou/surveys/${survey}/guest-token`,
    `zhengzhou/surveys/${survey}/answers`,
  ])
  expect((await sent.at(-1)?.headers)?.['cookie']).toBeUndefined()
  expect(await city.rows('SELECT taken, answered FROM surveys WHERE id = ?', survey)).toEqual([
    { taken: 1, answered: 1 },
  ])
  await page.getByRole('link', { name: '我的培训' }).last().click()
  await expect(page.getByText('已领答题码')).toBeVisible()
  await sound(page)
})
