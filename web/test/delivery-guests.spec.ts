import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Role } from '../../packages/domain/src/identity/role.ts'
import { freshId } from '../../workers/system/src/own-house.ts'
import { aCohort, type Bureau, type Bureaus, raiseThree, teachersOf } from '../../workers/system/src/three-bureaus.ts'

let bureaus: Bureaus
let city: Bureau
let county: Bureau
let cohort: string
let teachers: Awaited<ReturnType<typeof teachersOf>>

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
  await page.getByLabel('给对方的留言').fill('请推荐骨干教师')
  await page.getByRole('dialog').getByRole('button', { name: '分配名额' }).click()
  await expect(page.getByText('已向 1 个教育局发出')).toBeVisible()
  await city.carry()
  await page.reload()
  await expect(page.getByRole('row', { name: /金水区教育局/ })).toContainText('对方已签收')
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
