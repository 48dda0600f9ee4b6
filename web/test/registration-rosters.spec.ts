import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { byteStream } from '../../packages/http/src/byte-stream.ts'
import type { WrittenCell, WrittenSheet } from '../../packages/http/src/documents.ts'
import { readWorkbook } from '../../workers/documents/src/read-workbook.ts'
import { writeWorkbook } from '../../workers/documents/src/write-workbook.ts'
import { type District, insertRows, type OwnHouse, raiseOwnHouse, rowsOf } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PROVIDER = ['单位名称', '资质级别', '批准文号', '资质起', '资质止']
const EXPERT = ['姓名', '学校代码', '职称职务', '学科', '学段', '近年工作过的学校', '其他任职单位']

let house: OwnHouse
let district: District

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  house = await raiseOwnHouse()
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  await insertRows(district.tenant, 'schools', [sample.school('育才小学', 1), sample.school('实验小学', 2)])
})
test.afterAll(() => house.stop())

async function arrive(browser: Browser, width = 1280): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.url, viewport: { width, height: 800 } })
  const { token } = await house.session({ role: 'office', district })
  await context.addCookies([{ name: 'sid', value: token, url: house.url }])
  return context.newPage()
}

async function saved(page: Page, act: () => Promise<unknown>): Promise<{ name: string; rows: unknown[][] }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  const read = await readWorkbook(new Uint8Array(readFileSync(await download.path())))
  return { name: download.suggestedFilename(), rows: read.ok ? (read.value.sheets[0]?.rows ?? []) : [] }
}

async function give(page: Page, titles: string[], rows: WrittenCell[][]): Promise<void> {
  async function* lines() {
    for (const row of rows) yield new TextEncoder().encode(`${JSON.stringify(row)}\n`)
  }
  const sheet: WrittenSheet = { format: 'xlsx', name: '表', columns: titles.map((title) => ({ title })) }
  const bytes = await new Response(writeWorkbook(sheet, byteStream(lines()), Date.now())).arrayBuffer()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '名册.xlsx', mimeType: XLSX, buffer: Buffer.from(bytes) })
}

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)).toBe(true)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('providers come in from a workbook, and what is refused goes home with its reasons', async ({ browser }) => {
  const page = await arrive(browser)
  await page.goto('/providers')
  await page.getByRole('link', { name: '导入' }).first().click()
  await expect(page.getByRole('heading', { name: '导入承训单位' })).toBeVisible()
  await fits(page)
  await page.screenshot({ path: 'test-results/rosters-providers-1280.png', fullPage: true })
  const template = await saved(page, () => page.getByRole('link', { name: '下载模板' }).click())
  expect(template).toEqual({ name: '承训单位导入模板.xlsx', rows: [PROVIDER] })
  await give(page, PROVIDER, [
    ['郑州师范学院', '市级、区县级', null, '2026-01-01', '2028-12-31'],
    ['区教科所', '部级', null, '2026-01-01', '2025-12-31'],
  ])
  await expect(page.getByText('读到 2 行')).toBeVisible()
  expect(await rowsOf(district.tenant, 'SELECT id FROM providers')).toEqual([])
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByText('已导入 1 行')).toBeVisible()
  const refused = await saved(page, () => page.getByRole('button', { name: '下载未导入的行' }).click())
  expect(refused.rows).toEqual([
    [...PROVIDER, '错误原因'],
    ['区教科所', '部级', null, '2026-01-01', '2025-12-31', '资质级别：请从给出的选项中选择；资质止：结束不能早于开始'],
  ])
  await page.goto('/providers')
  await expect(page.getByText('市级、区县级')).toBeVisible()
})

test('providers that were exported are known again', async ({ browser }) => {
  const page = await arrive(browser)
  await page.goto('/providers')
  await page.getByText('导出', { exact: true }).click()
  const { rows } = await saved(page, () => page.getByRole('button', { name: /Excel 工作簿/ }).click())
  const [titles = [], ...cells] = rows as string[][]
  expect(titles).toEqual(['单位名称', '资质级别', '资质起', '资质止', '资质状态'])
  await page.goto('/providers/import')
  await give(page, titles, cells)
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByText('已导入 0 行')).toBeVisible()
  await expect(page.getByText('已经登记过')).toBeVisible()
})

for (const width of [1280, 360])
  test(`experts come in with their schools at ${width} px`, async ({ browser }) => {
    const page = await arrive(browser, width)
    await page.goto('/experts/import')
    await expect(page.getByRole('heading', { name: '导入专家' })).toBeVisible()
    await fits(page)
    await page.screenshot({ path: `test-results/rosters-experts-${width}.png`, fullPage: true })
    const template = await saved(page, () => page.getByRole('link', { name: '下载模板' }).click())
    expect(template).toEqual({ name: '评审专家导入模板.xlsx', rows: [EXPERT] })
    const rows = await rowsOf(district.tenant, 'SELECT code FROM schools ORDER BY id')
    const [own = '', past = ''] = rows.map(({ code }) => String(code))
    await give(page, EXPERT, [
      [`赵专家${width}`, own, '正高级教师', '语文、数学', '小学、初中', `${past}（2024-08-31）`, null],
      [`钱专家${width}`, null, null, null, null, null, null],
      [`孙专家${width}`, null, null, null, null, past, null],
    ])
    await page.getByRole('button', { name: '确认导入' }).click()
    await expect(page.getByText('已导入 2 行')).toBeVisible()
    await expect(page.getByText(/应写学校代码和离开日期/)).toBeVisible()
    await fits(page)
    await page.screenshot({ path: `test-results/rosters-experts-result-${width}.png`, fullPage: true })
  })
