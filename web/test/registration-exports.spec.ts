import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type Download, expect, type Page, test } from '@playwright/test'
import { byteStream } from '../../packages/http/src/byte-stream.ts'
import type { WrittenCell, WrittenSheet } from '../../packages/http/src/documents.ts'
import { readWorkbook } from '../../workers/documents/src/read-workbook.ts'
import { writeWorkbook } from '../../workers/documents/src/write-workbook.ts'
import { type District, insertRows, type OwnHouse, raiseOwnHouse, rowsOf } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

let house: OwnHouse
let district: District
let call: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  house = await raiseOwnHouse()
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const unit = { ...sample.school('育才小学', 1), kind: 'school' as const, name: '育才小学' }
  const { kind: _, ...school } = unit
  const rubric = sample.rubric('review', 'published')
  const opened = sample.call(rubric.id)
  call = opened.id
  await insertRows(district.tenant, 'schools', [school])
  await insertRows(district.tenant, 'rubrics', [rubric])
  await insertRows(district.tenant, 'calls', [opened])
  const applications = Array.from({ length: 30 }, (__, n) => ({
    ...sample.application(call, unit, n < 25 ? 'submitted' : 'draft', { title: `培训项目 ${n + 1}` }),
    ...(n < 25 ? { number: `SB2026-${String(n + 1).padStart(4, '0')}` } : {}),
  }))
  await insertRows(district.tenant, 'applications', applications)
})
test.afterAll(() => house.stop())

async function arrive(browser: Browser, given: { width?: number; userAgent?: string; role?: 'office' | 'admin' } = {}) {
  const { width = 1280, userAgent, role = 'office' } = given
  const context = await browser.newContext({
    baseURL: house.url,
    viewport: { width, height: 800 },
    ...(userAgent ? { userAgent } : {}),
  })
  const { token } = await house.session({ role, district })
  await context.addCookies([{ name: 'sid', value: token, url: house.url }])
  return context.newPage()
}

async function saved(page: Page, act: () => Promise<unknown>): Promise<{ download: Download; rows: unknown[][] }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  const read = await readWorkbook(new Uint8Array(readFileSync(await download.path())))
  return { download, rows: read.ok ? (read.value.sheets[0]?.rows ?? []) : [] }
}

async function workbook(titles: string[], rows: WrittenCell[][]): Promise<Buffer> {
  async function* lines() {
    for (const row of rows) yield new TextEncoder().encode(`${JSON.stringify(row)}\n`)
  }
  const sheet: WrittenSheet = { format: 'xlsx', name: '表', columns: titles.map((title) => ({ title })) }
  return Buffer.from(await new Response(writeWorkbook(sheet, byteStream(lines()), Date.now())).arrayBuffer())
}

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)).toBe(true)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

for (const width of [1280, 360])
  test(`a list goes out whole, under its filters, at ${width} px`, async ({ browser }) => {
    const page = await arrive(browser, { width })
    await page.goto(`/applications?call=${call}&state=submitted`)
    await expect(page.getByText('培训项目 25')).toBeVisible()
    await page.getByText('导出', { exact: true }).click()
    await fits(page)
    await page.screenshot({ path: `test-results/exports-menu-${width}.png` })
    const { download, rows } = await saved(page, () => page.getByRole('button', { name: /Excel 工作簿/ }).click())
    expect(download.suggestedFilename()).toMatch(/^金水区教育局-申报-\d{4}-\d\d-\d\d\.xlsx$/)
    // the page on the screen shows 20
    expect(rows.length).toBe(26)
    await expect(page.getByText('已导出，请在浏览器的下载列表中查看。')).toBeVisible()
  })

test('teachers go out when it is said what for', async ({ browser }) => {
  const page = await arrive(browser)
  await page.goto('/teachers')
  await page.getByText('导出', { exact: true }).click()
  await page.getByRole('button', { name: /Excel 工作簿/ }).click()
  const dialog = page.getByRole('dialog', { name: '导出个人信息' })
  await expect(dialog.getByRole('button', { name: '导出' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: '用途' }).fill('核对教师名册')
  await page.screenshot({ path: 'test-results/exports-purpose.png' })
  const { rows } = await saved(page, () => page.keyboard.press('Enter'))
  expect(rows[0]).toContain('证件号码（末几位）')
  const journal = await rowsOf(district.tenant, "SELECT note FROM journal WHERE verb = 'export'")
  expect(journal).toEqual([{ note: '核对教师名册' }])
})

test('WeChat says beforehand that nothing can be saved there', async ({ browser }) => {
  const page = await arrive(browser, { width: 360, userAgent: 'Mozilla/5.0 (Linux; Android 12) MicroMessenger/8.0.40' })
  await page.goto('/schools')
  await page.getByText('导出', { exact: true }).click()
  await expect(page.getByRole('button', { name: /Excel 工作簿/ })).toBeDisabled()
  await expect(page.getByText('微信内不能下载和打印').first()).toBeVisible()
  await page.screenshot({ path: 'test-results/exports-wechat.png' })
})

test('schools come in from a workbook; what is refused goes home in the template and comes in mended', async ({
  browser,
}) => {
  const page = await arrive(browser, { role: 'admin' })
  await page.goto('/schools/import')
  await expect(page.getByRole('heading', { name: '导入学校' })).toBeVisible()
  await fits(page)
  await page.screenshot({ path: 'test-results/import-source.png', fullPage: true })
  const template = await saved(page, () => page.getByRole('link', { name: '下载模板' }).click())
  expect(template.download.suggestedFilename()).toBe('学校导入模板.xlsx')
  expect(template.rows).toEqual([['学校代码', '学校名称', '城乡', '学段']])

  const titles = ['学校代码', '学校名称', '城乡', '学段']
  const give = async (buffer: Buffer, name = '学校.xlsx') =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer })
  await give(await workbook(['代码', '名字'], [['1', '2']]))
  await expect(page.getByText('“学校.xlsx”里没有找到需要的表头')).toBeVisible()
  await give(Buffer.from('PK\u0003\u0004 not a workbook'))
  await expect(page.getByText('无法读取这个表格文件')).toBeVisible()

  await give(
    await workbook(titles, [
      ['2141000201', '文化路第一小学', '城区', '小学'],
      ['2141000202', '文化路第二小学', '城里', '小学'],
      [2141000203, '第四十七中学', '城区', '普通高中'],
    ]),
  )
  await expect(page.getByText('读到 3 行')).toBeVisible()
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByText('已导入 2 行')).toBeVisible()
  await expect(page.getByText('第 3 行')).toBeVisible()
  await page.screenshot({ path: 'test-results/import-result.png', fullPage: true })
  const refused = await saved(page, () => page.getByRole('button', { name: '下载未导入的行' }).click())
  expect(refused.rows).toEqual([
    [...titles, '错误原因'],
    ['2141000202', '文化路第二小学', '城里', '小学', '城乡：请从给出的选项中选择'],
  ])
  await page.getByRole('button', { name: '继续导入' }).click()
  await give(await workbook([...titles, '错误原因'], [['2141000202', '文化路第二小学', '城区', '小学', '城乡：…']]))
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByText('已导入 1 行')).toBeVisible()
})

test('the office fills results into the template, looks at what would happen, and confirms', async ({ browser }) => {
  const page = await arrive(browser)
  await page.goto(`/applications?call=${call}`)
  await page.getByRole('link', { name: '导入初审结果' }).click()
  await expect(page.getByRole('heading', { name: '导入初审结果' })).toBeVisible()
  const { rows } = await saved(page, () => page.getByRole('link', { name: '下载模板' }).click())
  expect(rows.length).toBe(26)
  const [titles = [], ...lines] = rows as string[][]
  const filled = lines.map((line, n) => {
    if (n === 0) return [...line.slice(0, 4), '通过', null]
    if (n === 1) return [...line.slice(0, 4), '修改', '请补充预算测算依据']
    if (n === 2) return [...line.slice(0, 4), '不通过', null]
    return line.slice(0, 4)
  })
  const file = { name: '初审结果.xlsx', mimeType: XLSX, buffer: await workbook(titles, filled) }
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByText('将处理 2 份申报')).toBeVisible()
  await expect(page.getByText('第 4 行')).toBeVisible()
  await fits(page)
  await page.screenshot({ path: 'test-results/results-preview.png', fullPage: true })
  const states = () => rowsOf(district.tenant, "SELECT count(*) AS n FROM applications WHERE state = 'submitted'")
  expect(await states()).toEqual([{ n: 25 }])
  await page.getByRole('button', { name: '确认处理 2 份' }).click()
  await expect(page.getByText('已处理 2 份申报')).toBeVisible()
  expect(await states()).toEqual([{ n: 23 }])
  await page.setViewportSize({ width: 360, height: 780 })
  await fits(page)
  await page.screenshot({ path: 'test-results/results-done-360.png', fullPage: true })
})
