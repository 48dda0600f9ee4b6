import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { insertRows, rowsOf } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'
import { type DraftHouse, raiseDraftHouse } from './draft-house.ts'

const TITLES = ['骨干教师研修', '新教师入职培训', '信息技术应用']

let at: DraftHouse
let id: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  at = await raiseDraftHouse([...sample.FORM], '2026 年教师培训项目申报')
  id = await at.draft(sample.VALUES)
  const path = `/applications/${id}`
  await at.school('POST', `${path}/actions/submit`, {})
  await at.office('POST', `${path}/actions/return`, { note: '请补充目标', outcome: 'revise' })
  const { version } = await at.school<{ version: number }>('GET', path)
  const values = { ...sample.VALUES, persons: 60, objectives: '培训目标明确，可以检查，覆盖全部班主任。' }
  await at.school('PATCH', path, { values }, version)
  await at.school('POST', `${path}/actions/submit`, {})
  const [school] = await rowsOf(at.district.tenant, 'SELECT id, name FROM schools')
  const unit = { id: String(school?.['id']), name: String(school?.['name']), kind: 'school' as const }
  const rows = TITLES.map((title) => sample.application(at.call, unit, 'submitted', { title }))
  await insertRows(at.district.tenant, 'applications', rows)
})
test.afterAll(() => at.house.stop())

/** The office at a browser of its own. */
async function office(browser: Browser, path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ baseURL: at.house.url, viewport: { width, height: 800 } })
  const { token } = await at.house.session({ role: 'office', district: at.district })
  await context.addCookies([{ name: 'sid', value: token, url: at.house.url }])
  const page = await context.newPage()
  await page.goto(path)
  return page
}
async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id: rule, nodes }) => [rule, nodes[0]?.html])).toEqual([])
}

test('two submissions are compared field by field, at a desk and on a phone', async ({ browser }) => {
  for (const width of [1280, 360]) {
    const page = await office(browser, `/applications/${id}`, width)
    await page.getByRole('link', { name: '与第 1 次对比' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '提交对比' })).toBeVisible()
    await expect(page.getByText('2 处有变化')).toBeVisible()
    await expect(page.locator('del')).toHaveText('删去：对象')
    await expect(page.locator('ins')).toHaveText('加入：班主任')
    await expect(page.getByRole('heading', { name: /^培训方式/ })).toBeHidden()
    await page.getByRole('checkbox', { name: '只看有变化的栏目' }).uncheck()
    await expect(page.getByRole('heading', { name: /^培训方式/ })).toBeVisible()
    await accessible(page)
    await page.context().close()
  }
})

test('many are returned with one reason, and those that cannot be say why', async ({ browser }) => {
  const page = await office(browser, `/applications?call=${at.call}&state=submitted`)
  for (const title of TITLES) await page.getByRole('checkbox', { name: `选择 ${title}` }).check()
  // somebody else is faster with one of them
  await at.district.tenant
    .prepare('UPDATE applications SET version = version + 1 WHERE title = ?')
    .bind(TITLES[2] ?? '')
    .all()
  await page.getByRole('button', { name: '退回修改' }).click()
  const dialog = page.getByRole('dialog', { name: '退回修改' })
  await expect(dialog).toContainText('将对 3 份申报书作同样的处理')
  await dialog.getByRole('button', { name: '退回修改' }).click()
  await expect(dialog.getByText('请填写说明')).toBeVisible()
  await dialog.getByRole('textbox').fill('请按新的经费规则核减')
  await dialog.getByRole('button', { name: '退回修改' }).click()
  const result = page.getByRole('dialog', { name: '处理结果' })
  await expect(result).toContainText('已处理 2 份')
  await expect(result.getByRole('row', { name: TITLES[2] ?? '' })).toContainText('内容已被他人修改')
  await result.getByRole('button', { name: '知道了' }).click()
  await expect(page.getByRole('link', { name: TITLES[0] ?? '' })).toBeHidden()
  await expect(page.getByRole('link', { name: TITLES[2] ?? '' })).toBeVisible()
  const notes = await rowsOf(at.district.tenant, "SELECT note FROM journal WHERE verb = 'return' AND note LIKE '%核减'")
  expect(notes.length).toBe(2)
})

test('the list is searched by the beginning of a number', async ({ browser }) => {
  const page = await office(browser, '/applications')
  await page.getByRole('searchbox', { name: '编号或名称' }).fill('SB2026')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page).toHaveURL(/q=SB2026/)
  await expect(page.getByRole('link', { name: '班主任培训' })).toBeVisible()
  await expect(page.getByRole('link', { name: TITLES[0] ?? '' })).toBeHidden()
  await accessible(page)
})

test('the whole file prints on A4 with its cover and without the frame', async ({ browser }) => {
  const page = await office(browser, `/applications/${id}`)
  await page.getByRole('link', { name: '打印全套材料' }).click()
  await expect(page.getByRole('heading', { name: /申报书$/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /^编号/ })).toContainText('SB2026-0001')
  await accessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeHidden()
  await expect(page.getByRole('heading', { name: '附件清单' })).toBeVisible()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(sheets).toBeGreaterThanOrEqual(3)
})

test('the office writes its own pattern of numbers and sees the next number while typing', async ({ browser }) => {
  const page = await office(browser, '/settings')
  await page.getByRole('link', { name: /编号规则/ }).click()
  const pattern = page.getByRole('textbox', { name: '申报编号' })
  await expect(page.getByText(/SB\d{4}-0002，再下一个/)).toBeVisible()
  await pattern.fill('金师训〔{year}〕{kind}')
  await expect(page.getByText('编号规则中要有且只有一个流水号')).toBeVisible()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('填写的内容有误')).toBeVisible()
  await expect(pattern).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type('{seq:3}号')
  await expect(page.getByText(/金师训〔\d{4}〕培训001号，再下一个/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('设置已保存')).toBeVisible()
  await expect(page.getByText('本局自定')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '恢复样例' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '恢复样例' }).click()
  await expect(pattern).toHaveValue('SB{year}-{seq:4}')
})
