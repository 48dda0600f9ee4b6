import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type SealedPanel, sealedPanel } from '../../packages/testkit/src/sealed-panel.ts'
import {
  type District,
  insertRows,
  type OwnHouse,
  type Row,
  raiseOwnHouse,
} from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'

test.describe.configure({ mode: 'serial' })

let house: OwnHouse
let district: District
let panel: SealedPanel

/** The office at a browser of its own. */
async function comes(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.url, viewport: { width: 1280, height: 800 } })
  const { token } = await house.session({ role: 'office', district, unit: null })
  await context.addCookies([{ name: 'sid', value: token, url: house.url }])
  return context.newPage()
}
async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}
/** A picture to look at, when asked for. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHIXUN_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/ranking-${name}.png`, fullPage: true })
}

test.beforeAll(async () => {
  house = await raiseOwnHouse()
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const put = async (table: string, row: Row & { id: string }) => {
    await insertRows(district.tenant, table, [row])
    return row.id
  }
  const unit: sample.Unit = { id: await put('schools', sample.school('育才小学', 1)), kind: 'school', name: '育才小学' }
  const reviewRubric = await put('rubrics', sample.rubric('review', 'published'))
  const openCall = async (given: Row = {}) => {
    const call = sample.call(reviewRubric, given)
    await insertRows(district.tenant, 'calls', [call])
    await insertRows(district.tenant, 'call_forms', [sample.callForm(call)])
    return call.id
  }
  const raters = []
  for (const name of ['欧阳评委', '上官评委', '诸葛评委', '司马评委'])
    raters.push({ id: await put('experts', sample.expert(name)) })
  panel = await sealedPanel(
    { district, reviewRubric, openCall },
    {
      unit,
      raters,
      title: '2026 年校本研修',
      review: { quota: 2, method: 'mean' },
      totals: [
        [9300, 8800, 8200, 9000],
        [8700, 8200, 7700, 8400],
        [8700, 8200, 7700, 8400],
        [9600, 6400, 6000, 7000],
        [7900, 7400, 6800, 7600],
      ],
    },
  )
})
test.afterAll(() => house.stop())

test('an office concludes, reads every method side by side, and what happens at the quota line', async ({
  browser,
}) => {
  const page = await comes(browser)
  await page.goto(`/panels/${panel.id}`)
  await page.getByRole('button', { name: '汇总排名' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '汇总排名', exact: true }).click()
  await expect(page.getByText('名额线上有 2 项并列，只剩 1 个名额')).toBeVisible()
  await expect(page.getByText('本批次没有设置并列时的区分规则')).toBeVisible()
  const row = page.getByRole('row', { name: /项目 04/ })
  await expect(row).toContainText('须加评')
  await expect(page.getByRole('heading', { name: '换一种方法会怎样' })).toBeVisible()
  await expectSound(page)
  await shot(page, '1280')
  await page.setViewportSize({ width: 360, height: 740 })
  await expectSound(page)
  await shot(page, '360')
  await page.context().close()
})

test('charts are read by keyboard, saved as picture and CSV, and say who is severe and how far the experts agree', async ({
  browser,
}) => {
  const page = await comes(browser)
  await page.goto(`/panels/${panel.id}/analysis`)
  await expect(page.getByRole('img', { name: '各指标得分率' })).toBeVisible()
  await expectSound(page)
  await shot(page, 'spread')
  const chart = page.getByRole('figure').filter({ has: page.getByRole('img', { name: '各专家评分' }) })
  const reader = chart.getByRole('slider')
  await reader.focus()
  await page.keyboard.press('ArrowRight')
  await expect(reader).toHaveAttribute('aria-valuetext', /评委：份数 5/)
  const picture = page.waitForEvent('download')
  await chart.getByRole('button', { name: '存为图片' }).click()
  const png = await picture
  expect(png.suggestedFilename()).toBe('各专家评分.png')
  const folder = process.env['SHIXUN_PICTURES']
  if (folder) await png.saveAs(`${folder}/ranking-saved.png`)
  else await png.path()
  const table = page.waitForEvent('download')
  await chart.getByRole('button', { name: '存为 CSV' }).click()
  expect(readFileSync(await (await table).path(), 'utf8')).toContain('"欧阳评委","5"')
  await page.getByRole('tab', { name: '专家宽严' }).click()
  await expect(page.getByRole('img', { name: '各专家宽严' })).toBeVisible()
  await shot(page, 'severity')
  await page.getByRole('tab', { name: '一致性' }).click()
  await expect(page.getByText(/本组：ICC\(2,k\) = 0\.\d\d/)).toBeVisible()
  await expectSound(page)
  await shot(page, 'agreement')
  await page.getByRole('tab', { name: '分歧' }).click()
  await expect(page.getByRole('row', { name: /项目 04/ })).toContainText('36.00')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByRole('tab', { name: '分布' }).click()
  await expectSound(page)
  await shot(page, 'spread-360')
  await page.context().close()
})

test('a bureau tries the methods on a pasted table; wrong cells are told by row and column', async ({ browser }) => {
  const page = await comes(browser)
  await page.goto('/trial')
  const field = page.getByRole('textbox', { name: /评分表/ })
  await field.fill('项目\t专家1\t专家2\n甲\t88\t优\n乙\t101\t90')
  await expect(page.getByText('第 2 行第 3 列：“优”不是分数')).toBeVisible()
  await expect(page.getByText('第 3 行第 2 列：“101”超出 0 到 100')).toBeVisible()
  await expect(page.getByRole('button', { name: '计算' })).toBeDisabled()
  await page.getByRole('button', { name: '填入示例' }).click()
  await expect(page.getByText('读到 27 份评分：6 个项目，5 位专家（每行一个项目，每列一位专家）')).toBeVisible()
  await page.getByRole('radio', { name: /去掉/ }).check()
  await page.getByRole('button', { name: '计算' }).click()
  await expect(page.getByRole('heading', { name: '四种方法并列' })).toBeVisible()
  await expect(page.getByRole('row', { name: /初中数学单元教学研修/ }).first()).toContainText('88')
  await expectSound(page)
  await shot(page, 'trial')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '结果存为 CSV' }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/)
  await page.setViewportSize({ width: 360, height: 740 })
  await expectSound(page)
  await shot(page, 'trial-360')
  await page.context().close()
})
