import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type District, type OwnHouse, raiseOwnHouse, rowsOf } from '../../workers/system/src/own-house.ts'

let house: OwnHouse
let district: District
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  house = await raiseOwnHouse()
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const { token } = await house.session({ role: 'office', district, unit: null })
  const context = await browser.newContext({ baseURL: house.url, viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name: 'sid', value: token, url: house.url }])
  page = await context.newPage()
})
test.afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

async function accessible(): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
  }
}

const sum = () => page.locator('.rubric-sum-words')
const check = () => page.getByRole('region', { name: '检查' })
const saved = () => expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible()
async function confirmed(action: string): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click()
}
async function exported(item: string): Promise<string> {
  await page.locator('.page-head summary', { hasText: '导出' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: item }).click(),
  ])
  return download.path()
}

test('an office begins from a sample and edits it with the keys; the sums follow', async () => {
  await page.goto('/rubrics')
  await page.getByRole('link', { name: '编制指标体系' }).first().click()
  await page.getByRole('radio', { name: /四维度/ }).check()
  await expect(page.getByRole('table')).toContainText('课程设计')
  await page.getByRole('button', { name: '开始编制' }).click()
  await expect(sum()).toHaveText(/已分配 100\.00 \/ 100\.00 分\s*正好/)
  await expect(check()).toContainText('没有问题，可以发布')

  const { keyboard } = page
  await page.getByLabel('1.2 满分').fill('2')
  await expect(sum()).toContainText('还差 8.00')
  await page.getByLabel('1.2 指标名称').focus()
  await keyboard.press('Enter')
  await expect(page.getByLabel('1.3 指标名称')).toBeFocused()
  await keyboard.type('安全预案')
  await keyboard.press('Alt+Shift+ArrowUp')
  await expect(page.getByLabel('1.2 指标名称')).toHaveValue('安全预案')
  await expect(page.getByLabel('1.2 指标名称')).toBeFocused()
  await expect(check()).toContainText('1.2 安全预案（满分）')
  await check().getByRole('button', { name: '1.2 安全预案（满分）' }).click()
  await expect(page.getByLabel('1.2 满分')).toBeFocused()
  await keyboard.type('8')
  await expect(sum()).toContainText('正好')
  await expect(check()).toContainText('没有问题，可以发布')
  await keyboard.press('ArrowUp')
  await expect(page.getByLabel('1.1 满分')).toBeFocused()
  await page.getByLabel('1.2 指标名称').focus()
  await keyboard.press('Alt+Shift+Delete')
  await expect(sum()).toContainText('还差 8.00')
  await keyboard.press('Control+z')
  await expect(sum()).toContainText('正好')
  await saved()
  await accessible()
})

test('it is looked at as an expert would, published, and refuses with every place when it is not whole', async () => {
  await page.getByRole('button', { name: '按专家的样子看' }).first().click()
  await expect(page.getByRole('dialog').getByLabel('安全预案，满分 8')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByLabel('1.2 满分').fill('7')
  await expect(check()).toContainText('还差 1 分')
  await page.getByRole('button', { name: '编好了，去发布' }).click()
  await confirmed('发布')
  await expect(page.getByRole('dialog')).toContainText('全部指标：普通指标的满分合计应为 100 分，还差 1 分')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '编辑' }).first().click()
  await page.getByLabel('1.2 满分').fill('8')
  await expect(check()).toContainText('没有问题，可以发布')
  await page.getByRole('button', { name: '编好了，去发布' }).click()
  await confirmed('发布')
  await expect(page.getByText('已发布', { exact: true }).first()).toBeVisible()
  await accessible()
})

test('it goes out as Excel and JSON and comes back the same; a broken file is told by row and column', async () => {
  const before = await rowsOf(district.tenant, 'SELECT id, body FROM rubrics')
  for (const item of [/^Excel/, /^JSON/]) {
    await page.goto(`/rubrics/${before[0]?.['id']}`)
    const file = await exported(String(item.source).slice(1))
    await page.goto('/rubrics/import')
    const name = item.source.includes('JSON') ? 'a.json' : 'a.xlsx'
    await page.setInputFiles('input[type=file]', { name, mimeType: '', buffer: readFileSync(file) })
    await expect(page.getByText('没有问题，导入后可以直接发布')).toBeVisible()
    await page.getByRole('button', { name: '建立草稿' }).click()
    await expect(page.getByText('自动保存为草稿')).toBeVisible()
  }
  const after = await rowsOf(district.tenant, 'SELECT DISTINCT body FROM rubrics')
  expect(after.map(({ body }) => body)).toEqual([before[0]?.['body']])
  await page.goto('/rubrics/import')
  const broken = {
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('层级,指标,满分\n1,课程,六十\n3,成效,40\n'),
  }
  await page.setInputFiles('input[type=file]', broken)
  await expect(page.getByText('有 2 处读不懂，没有导入')).toBeVisible()
  await expect(page.getByRole('row', { name: /2 满分 应为数字/ })).toBeVisible()
  const marked = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载标出错误的表格' }).click()
  expect((await marked).suggestedFilename()).toBe('指标体系-错误原因.xlsx')
  await accessible()
})

test('the next version is a draft of its own; the two are compared; what another saved is never overwritten', async () => {
  const [first] = await rowsOf(district.tenant, "SELECT id FROM rubrics WHERE state = 'published'")
  await page.goto(`/rubrics/${first?.['id']}`)
  await confirmed('编制新版本')
  await page.getByLabel('1.1 满分').fill('13')
  await page.getByLabel('1.3 满分').fill('4')
  await expect(sum()).toContainText('正好')
  await page.getByRole('button', { name: '编好了，去发布' }).click()
  await expect(page.getByText('第 2 版').first()).toBeVisible()
  await page.getByRole('link', { name: '与当前对照' }).click()
  await expect(page.getByRole('row', { name: /1\.1 需求与依据 修改 15\.00 13\.00 满分：15 → 13/ })).toBeVisible()
  await accessible()
  await page.goBack()
  await page.getByRole('link', { name: '编辑' }).first().click()
  await expect(page.getByLabel('1.1 满分')).toHaveValue('13')
  await rowsOf(district.tenant, "UPDATE rubrics SET version = version + 1 WHERE state = 'draft' AND no = 2")
  await page.getByLabel('1.1 满分').fill('12')
  await expect(page.getByText('这份草稿在别处被修改')).toBeVisible()
  await page.getByRole('button', { name: '载入最新' }).click()
  await expect(page.getByLabel('1.1 满分')).toHaveValue('13')
})
