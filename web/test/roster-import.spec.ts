import { type Browser, expect, test } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { makeIdentityNumber } from '../../packages/domain/src/teachers/identity-document.ts'
import type { WrittenCell } from '../../packages/http/src/documents.ts'
import { readWorkbook } from '../../workers/documents/src/read-workbook.ts'
import { type District, insertRows, type OwnHouse, raiseOwnHouse, rowsOf } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'
import { fits, gbk, give, saved, TITLES, XLSX } from './roster-files.ts'

const PLANTED = 40
const SOUND = 20

let house: OwnHouse
let district: District
let school: { id: string; code: string }
let other: { id: string; code: string }

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  house = await raiseOwnHouse()
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  await insertRows(district.tenant, 'schools', [sample.school('育才小学', 1), sample.school('实验小学', 2)])
  const rows = await rowsOf(district.tenant, 'SELECT id, code FROM schools ORDER BY code')
  const [first, second] = rows.map(({ id, code }) => ({ id: String(id), code: String(code) }))
  if (!first || !second) throw new Error('no schools')
  ;[school, other] = [first, second]
})
test.afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

async function arrive(browser: Browser, role: 'office' | 'registrar' | 'school_admin', unit?: string, width = 1280) {
  const context = await browser.newContext({
    baseURL: house.url,
    viewport: { width, height: 800 },
    acceptDownloads: true,
  })
  const { token } = await house.session({ role, district, unit: unit ?? null })
  await context.addCookies([{ name: 'sid', value: token, url: house.url }])
  return context.newPage()
}

const number = (serial: number) => makeIdentityNumber('410105', '1986-03-04', serial)
const row = (serial: number): WrittenCell[] => [
  `教师${serial}`,
  null,
  number(serial),
  null,
  school.code,
  '小学',
  '语文',
  null,
  '班主任（2021-09-01 至今）',
  '本科',
  '2010-09-01',
  '13800000000',
  '是',
  null,
]
/** Nine kinds of mistakes: the column, what is wrong in it, how many rows have it. */
const MISTAKES: [column: number, wrong: (serial: number) => WrittenCell, times: number, reason: RegExp][] = [
  [2, (n) => Number(number(n).slice(0, 17)) * 10, 8, /证件号码：该单元格是数字/],
  [2, (n) => number(n).slice(0, 17) + (number(n).endsWith('1') ? '2' : '1'), 6, /证件号码：校验码不符/],
  [2, () => '410105198502300011', 4, /证件号码：出生日期不存在/],
  [0, () => null, 4, /姓名：必填/],
  [4, () => '2141999999', 4, /学校代码：只能导入本校的教师/],
  [2, (n) => number(n % SOUND), 4, /证件号码：与第 \d+ 行是同一个证件号码/],
  [11, () => '1380000', 4, /手机：应为 11 位/],
  [3, () => '12345', 3, /教师资格证号：教师资格证号应为 17 位数字/],
  [8, () => '教研组长（2021-09-01 至今）', 3, /任职：这个职务不写起止日期/],
]

function planted(): WrittenCell[][] {
  const sound = Array.from({ length: SOUND }, (_, n) => row(n))
  let serial = SOUND
  const wrong = MISTAKES.flatMap(([column, cell, times]) =>
    Array.from({ length: times }, () => {
      const whole = row(serial)
      whole[column] = cell(serial)
      serial++
      return whole
    }),
  )
  return [...sound, ...wrong]
}

test('a registrar imports a table with 40 mistakes, gets them back, mends and loads them again', async ({
  browser,
}) => {
  const page = await arrive(browser, 'registrar', school.id)
  await page.goto('/teachers')
  await page.getByRole('link', { name: '导入' }).first().click()
  await expect(page.getByRole('heading', { name: '导入教师' })).toBeVisible()
  await fits(page)
  const template = await saved(page, () => page.getByRole('link', { name: '下载模板' }).click())
  const read = await readWorkbook(template.bytes)
  expect(read.ok && read.value.sheets[0]?.rows).toEqual([TITLES])
  await give(page, TITLES, planted())
  await expect(page.getByText('检查完毕，还没有写入名册')).toBeVisible()
  await expect(page.getByText(`将新增 ${SOUND} 人、更新 0 人。有错误的 ${PLANTED} 行不写入`)).toBeVisible()
  expect(await rowsOf(district.tenant, 'SELECT id FROM teachers')).toEqual([])
  await expect(page.getByText('第 22 行')).toBeVisible()
  await fits(page)
  await page.screenshot({ path: 'test-results/roster-checked-1280.png', fullPage: true })

  const refused = await saved(page, () => page.getByRole('button', { name: '下载有错误的行' }).click())
  expect(refused.name).toBe('教师未导入的行.xlsx')
  const file = await readWorkbook(refused.bytes)
  const [titles = [], ...wrong] = (file.ok ? (file.value.sheets[0]?.rows ?? []) : []) as WrittenCell[][]
  expect(titles).toEqual([...TITLES, '错误原因'])
  expect(wrong.length).toBe(PLANTED)
  const reasons = MISTAKES.flatMap(([, , times, reason]) => Array.from({ length: times }, () => reason))
  for (const [at, line] of wrong.entries()) expect(String(line[14])).toMatch(reasons[at] ?? /never/)

  await page.getByRole('button', { name: '确认写入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认写入' }).click()
  await expect(page.getByText(`已写入 ${SOUND} 行`)).toBeVisible()
  expect((await rowsOf(district.tenant, 'SELECT count(*) AS n FROM teachers'))[0]?.['n']).toBe(SOUND)

  // mended where the reasons say, the column of reasons left where it is
  const columns = MISTAKES.flatMap(([column, , times]) => Array.from({ length: times }, () => column))
  const mended = wrong.map((line, at) => {
    const whole = row(SOUND + at)
    return line.map((cell, column) => (column === columns[at] ? (whole[column] ?? null) : cell))
  })
  await page.getByRole('link', { name: '再导入一个文件' }).click()
  await give(page, titles.map(String), mended)
  await expect(page.getByText(`将新增 ${PLANTED} 人、更新 0 人。有错误的 0 行不写入`)).toBeVisible()
  await page.getByRole('button', { name: '确认写入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认写入' }).click()
  await expect(page.getByText(`已写入 ${PLANTED} 行`)).toBeVisible()
  expect((await rowsOf(district.tenant, 'SELECT count(*) AS n FROM teachers'))[0]?.['n']).toBe(SOUND + PLANTED)
})

test('the last import is taken back, after a look on a phone', async ({ browser }) => {
  const page = await arrive(browser, 'registrar', school.id, 360)
  await page.goto('/teachers/import')
  await expect(page.getByText('已写入').first()).toBeVisible()
  await fits(page)
  await page.getByRole('link', { name: '教师名册.xlsx' }).first().click()
  await expect(page.getByText(`已写入 ${PLANTED} 行`)).toBeVisible()
  await fits(page)
  await page.screenshot({ path: 'test-results/roster-done-360.png', fullPage: true })
  await page.getByRole('button', { name: '撤回这次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回这次导入' }).click()
  await expect(page.getByText(`已撤回：恢复 ${PLANTED} 行，保持不变 0 行`)).toBeVisible()
  expect((await rowsOf(district.tenant, 'SELECT count(*) AS n FROM teachers'))[0]?.['n']).toBe(SOUND)
})

test('a bent file is refused or mended row by row, and nothing is half imported', async ({ browser }) => {
  const page = await arrive(browser, 'registrar', school.id)
  const before = await rowsOf(district.tenant, 'SELECT count(*) AS n FROM teachers')
  await page.goto('/teachers/import')
  const file = (name: string, buffer: Buffer, mimeType = XLSX) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
  const types = strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
  const archive = (sheet: Uint8Array) =>
    Buffer.from(zipSync({ '[Content_Types].xml': types, 'xl/worksheets/sheet1.xml': sheet }))
  await file('炸弹.xlsx', archive(new Uint8Array(40_000_000)))
  await expect(page.getByText('文件展开后超过 32 MB')).toBeVisible()
  await file('百万行.xlsx', archive(strToU8(`<sheetData>${'<row/>'.repeat(1_000_000)}</sheetData>`)))
  await expect(page.getByText('表格的行过多')).toBeVisible()
  await file('旧表.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
  await expect(page.getByText(/另存为 \.xlsx/).first()).toBeVisible()
  const merged = await writeXlsx({
    sheets: [
      {
        name: '表',
        rows: [['金水区教师名册'], ['序号', '备注'], [1, 2]],
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }],
      },
    ],
  })
  await file('合并表头.xlsx', Buffer.from(merged))
  await expect(page.getByText('“合并表头.xlsx”里没有找到需要的表头')).toBeVisible()

  const lines = [TITLES, [...row(500)], ['=B2&C2', '', number(501), '', school.code, '小学', '=VLOOKUP(A1)']]
  const csv = lines.map((cells) => cells.map((cell) => cell ?? '').join(',')).join('\r\n')
  await file('国标码.csv', gbk(csv), 'text/csv')
  await expect(page.getByText('将新增 1 人、更新 0 人。有错误的 1 行不写入')).toBeVisible()
  await expect(page.getByText('姓名：该单元格是公式')).toBeVisible()
  await expect(page.getByText('学科：该单元格是公式')).toBeVisible()
  await page.getByRole('tab', { name: /新增/ }).click()
  await expect(page.getByText('教师500')).toBeVisible()
  expect(await rowsOf(district.tenant, 'SELECT count(*) AS n FROM teachers')).toEqual(before)
})

test('an import that was left is gone on with, with the same file only', async ({ browser }) => {
  const page = await arrive(browser, 'office')
  const rows = Array.from({ length: 600 }, (_, n) => {
    const one = row(n)
    one[2] = makeIdentityNumber('410105', n < 300 ? '1990-01-01' : '1991-01-01', n % 300)
    return one
  })
  // the second request never arrives: the page says so and keeps what came
  let requests = 0
  await page.route('**/roster-imports/*/rows', (route) => (++requests === 2 ? route.abort() : route.continue()))
  await page.goto('/teachers/import')
  await give(page, TITLES, rows)
  await expect(page.getByText('没有读完，已读入的行保存好了')).toBeVisible()
  await page.goto('/teachers/import')
  await page.getByRole('link', { name: '教师名册.xlsx' }).first().click()
  await expect(page.getByText('上次读到第 500 行，共 600 行')).toBeVisible()
  await give(page, TITLES, rows.slice(1))
  await expect(page.getByText('不是上次的文件')).toBeVisible()
  await give(page, TITLES, rows)
  await expect(page.getByText('将新增 600 人、更新 0 人')).toBeVisible()
  await page.getByRole('button', { name: '放弃' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click()
  await expect(page.getByText('已放弃，没有写入')).toBeVisible()
})

for (const width of [1280, 360])
  test(`a teacher is written, corrected and moved at ${width} px`, async ({ browser }) => {
    const page = await arrive(browser, 'office', undefined, width)
    await page.goto('/teachers/new')
    await page.getByLabel('姓名').fill(`王老师${width}`)
    await page.getByRole('combobox', { name: '学校' }).fill('才小')
    await page.getByRole('option', { name: /育才小学/ }).click()
    await page.getByLabel('证件号码').fill(makeIdentityNumber('410105', '1979-01-01', width % 1000))
    await page.getByLabel('学科').fill('数学')
    await page.getByLabel('手机').fill('13911112222')
    await page.getByRole('button', { name: '添加任职' }).click()
    await page.getByLabel('起 1').fill('2019-09-01')
    await fits(page)
    await page.screenshot({ path: `test-results/roster-form-${width}.png`, fullPage: true })
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('heading', { name: `王老师${width}` })).toBeVisible()
    await expect(page.getByText('****2222')).toBeVisible()
    await page.getByRole('button', { name: '显示 手机' }).click()
    await page.getByLabel('用途').fill('通知培训时间')
    await page.getByRole('dialog').getByRole('button', { name: '显示' }).click()
    await expect(page.getByText('13911112222')).toBeVisible()
    await fits(page)
    await page.screenshot({ path: `test-results/roster-teacher-${width}.png`, fullPage: true })

    await page.getByRole('button', { name: '调动' }).click()
    await page.getByLabel('调入学校代码').fill(other.code)
    await page.getByLabel('事由').fill('工作需要')
    await page.getByRole('dialog').getByRole('button', { name: '调动' }).click()
    await expect(page.getByText('已发起调动，等待实验小学接收')).toBeVisible()
    const receiver = await arrive(browser, 'school_admin', other.id, width)
    await receiver.goto('/transfers')
    await fits(receiver)
    await receiver.screenshot({ path: `test-results/roster-transfers-${width}.png`, fullPage: true })
    await receiver.getByRole('button', { name: '接收', exact: true }).first().click()
    await receiver.getByRole('dialog').getByRole('button', { name: '接收' }).click()
    await expect(receiver.locator('.tag', { hasText: '已接收' }).first()).toBeVisible()

    // what the other school did since makes this page's version stale
    await page.reload()
    await page.getByRole('button', { name: '调往外区' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('调往二七区')
    await page.getByRole('dialog').getByRole('button', { name: '调往外区' }).click()
    await expect(page.getByText('已调往外区：请下载个人档案')).toBeVisible()
    await page.getByRole('button', { name: '下载个人档案' }).click()
    await page.getByLabel('用途').fill('调往二七区')
    const archive = await saved(page, () => page.getByRole('dialog').getByRole('button', { name: '导出' }).click())
    expect(archive.name).toBe(`王老师${width}-教师个人档案.json`)

    await page.goto('/teachers/archives')
    const buffer = Buffer.from(archive.bytes)
    const forged = Buffer.from(buffer.toString('utf8').replace(`王老师${width}`, '李老师'))
    const files = page.locator('input[type=file]')
    await files.setInputFiles({ name: '档案.json', mimeType: 'application/json', buffer: forged })
    await expect(page.getByText('个人档案不能导入')).toBeVisible()
    await files.setInputFiles({ name: '档案.json', mimeType: 'application/json', buffer })
    await expect(page.getByText(/签名有效：由金水区教育局于/)).toBeVisible()
    await page.getByLabel('调入学校').fill('实验')
    await page.getByRole('option', { name: /实验小学/ }).click()
    await fits(page)
    await page.screenshot({ path: `test-results/roster-archive-${width}.png`, fullPage: true })
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await expect(page.getByText(`已导入王老师${width}的个人档案`)).toBeVisible()
    await expect(page.getByText('在册').first()).toBeVisible()
  })

test('the roster is found by school, subject and state', async ({ browser }) => {
  const page = await arrive(browser, 'office')
  await page.goto('/teachers')
  await page.getByRole('textbox', { name: '学科' }).fill('数学')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('link', { name: '王老师1280' })).toBeVisible()
  await expect(page.getByRole('link', { name: '教师1', exact: true })).toHaveCount(0)
  await fits(page)
  await page.screenshot({ path: 'test-results/roster-list-1280.png', fullPage: true })
})
