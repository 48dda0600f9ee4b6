import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import type { FormValues } from '../../packages/domain/src/calls/design/form.ts'
import { TRAINING_FORM } from '../../packages/domain/src/calls/design/training-form.ts'
import { draftsOfPlan } from '../../scripts/demo/rows.ts'
import { type DraftHouse, raiseDraftHouse } from './draft-house.ts'
import { fillApplication } from './fill-application.ts'

const [plan] = draftsOfPlan(2026)
if (!plan) throw new Error('no plan')
const values = plan.values as FormValues

let at: DraftHouse

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  at = await raiseDraftHouse([...TRAINING_FORM], '2026 年教师培训项目申报')
})
test.afterAll(() => at.house.stop())

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /已保存/ })).toBeVisible()
const group = (page: Page, name: string) => page.getByRole('group', { name })
/** A budget line more that takes a tenth of the whole. */
const withSurvey = (amount: number) => {
  const lines = Array.isArray(values['budget']) ? values['budget'] : []
  return { ...values, budget: lines.map((line) => (line['item'] === 'survey' ? { ...line, amount } : line)) }
}
async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
}

test('a school types stages, courses and the budget of a plan, and hands it in', async ({ browser }) => {
  const page = await at.arrive(browser)
  await page.goto(`/applications/${await at.draft()}/edit`)
  await fillApplication(page, plan)
  await saved(page)
  await expect(group(page, '课程安排').getByText(`共 3 门课程，合计 ${values['hours']} 学时`)).toBeVisible()
  await expect(group(page, '进度安排').getByRole('img')).toBeVisible()
  await page.getByRole('button', { name: '预览并提交' }).click()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByRole('heading', { name: '申报已提交' })).toBeVisible()
})

test('what breaks a rule is named beside its row while one types, and is gone when it is mended', async ({
  browser,
}) => {
  const page = await at.arrive(browser)
  await page.goto(`/applications/${await at.draft(withSurvey(9_000_000))}/edit`)
  const budget = group(page, '经费预算')
  await expect(budget.getByText('“调研与方案研制”不得超过预算合计的 5%')).toBeVisible()
  const amount = budget.getByLabel('前期研制 金额', { exact: true })
  await expect(amount).toHaveAttribute('aria-invalid', 'true')
  await amount.fill('100')
  await saved(page)
  await expect(budget.getByText('不得超过')).toHaveCount(0)
  await budget.getByLabel('餐费 测算依据', { exact: true }).fill('')
  await expect(budget.getByText('“餐费”没有填写测算依据')).toBeVisible()
  // an adjustment below zero stands in a line of its own
  await budget.getByRole('button', { name: '给住宿费加一笔' }).click()
  await budget.getByLabel('住宿费（第 2 笔） 金额', { exact: true }).fill('-500')
  await budget.getByLabel('住宿费（第 2 笔） 测算依据', { exact: true }).fill('本区教师不住宿')
  await saved(page)
  const courses = group(page, '课程安排')
  await courses.getByLabel('税后讲课费/学时 1', { exact: true }).fill('1000.01')
  await expect(courses.getByText('讲课费税后每学时不超过 1,000.00 元')).toBeVisible()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(await serious(page)).toEqual([])
  }
})

test('the office turns a rule into a reminder, from its settings', async ({ browser }) => {
  const { token } = await at.house.session({ role: 'office', district: at.district })
  const context = await browser.newContext({ baseURL: at.house.url })
  await context.addCookies([{ name: 'sid', value: token, url: at.house.url }])
  const page = await context.newPage()
  await page.goto('/settings/budget-policy')
  await page.getByLabel('调研与方案研制 ≤ 合计的：限额').fill('4.5')
  await page.getByLabel('调研与方案研制 ≤ 合计的：违反时').selectOption('提醒，可以提交')
  await page.getByRole('button', { name: '保存规则' }).click()
  await expect(page.getByText('规则已保存')).toBeVisible()
  await expect(page.getByText('本局规则，第 1 次修改')).toBeVisible()
  expect(await serious(page)).toEqual([])
  const school = await at.arrive(browser)
  await school.goto(`/applications/${await at.draft(withSurvey(9_000_000))}/edit`)
  await expect(group(school, '经费预算').getByText('不得超过预算合计的 4.5%')).toBeVisible()
  await expect(group(school, '经费预算').getByText('提醒')).toBeVisible()
})
