import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { panels } from '../src/words/zh/panels.ts'
import { type PanelHouse, raisePanelHouse } from './panel-house.ts'

test.describe.configure({ mode: 'serial' })

let house: PanelHouse
let panelId: string

const expectSound = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}
const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/panels-${name}.png`, fullPage: true })
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

test.beforeAll(async () => {
  house = await raisePanelHouse(
    ['欧阳评委', '上官评委', '诸葛评委', '司马评委', '夏侯评委', '慕容评委'],
    ['阅读课例', '作业设计', '家校沟通'],
  )
})
test.afterAll(() => house.house.stop())

test('an office previews the draw, draws again with a reason, and forms what it saw', async ({ browser }) => {
  const page = await house.office.arrive(browser)
  await page.goto('/panels/new')
  await page.getByRole('combobox').selectOption({ label: '2026 年校本研修（申报中）' })
  await expect(page.getByText(`${panels['panels.waiting']}：3`)).toBeVisible()
  await page.getByRole('button', { name: panels['panels.experts'], exact: true }).click()
  for (const name of ['欧阳评委', '上官评委', '诸葛评委', '在编评委'])
    await page.getByRole('checkbox', { name: new RegExp(name) }).check()
  await expect(page.getByText('已选 4 位')).toBeVisible()
  await expectSound(page)
  await page.getByRole('button', { name: panels['panels.preview'], exact: true }).click()
  await expect(page.getByText(panels['panels.nothingWritten'])).toBeVisible()
  await expect(page.getByText('现任职单位就是申报单位').first()).toBeVisible()
  await expect(page.getByText(/抽签；学科相符（班主任）；学段相符（小学）/).first()).toBeVisible()
  await page.getByRole('button', { name: panels['panels.redraw'] }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('公开抽签时有一位专家请假')
  await confirm(page, panels['panels.redraw'])
  await expect(page.getByText('第 2 次抽签')).toBeVisible()
  await expect(page.getByText('重抽理由：公开抽签时有一位专家请假')).toBeVisible()
  await expectSound(page)
  await shot(page, 'preview')
  await page.getByRole('button', { name: panels['panels.form'] }).click()
  await confirm(page, panels['panels.form'])
  await expect(page.getByRole('tab', { name: panels['panels.tabProgress'] })).toBeVisible()
  panelId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.getByRole('tab', { name: panels['panels.tabSeats'] }).click()
  await expect(page.getByText(/抽签；学科相符/).first()).toBeVisible()
  await expectSound(page)
  await shot(page, 'seats')
  await page.getByRole('tab', { name: panels['panels.tabDraw'] }).click()
  await expect(page.getByText(panels['panels.holds'], { exact: true })).toHaveCount(3)
  await page.context().close()
})

test('a recused seat is refilled, late experts are reminded, and one who leaves is replaced', async ({ browser }) => {
  const body = await house.office.ask<{ items: { id: string; expertId: string; title: string }[] }>(
    'GET',
    `/panels/${panelId}/seats`,
  )
  const [seat] = body.items
  const rater = house.raters.find(({ id }) => id === seat?.expertId)
  await rater?.ask('POST', `/scoresheets/${seat?.id}/actions/recuse`, { note: '曾指导该校' })
  const page = await house.office.arrive(browser)
  await page.goto(`/panels/${panelId}`)
  await page.getByRole('tab', { name: panels['panels.tabOpen'] }).click()
  await page.getByRole('button', { name: panels['panels.refillSeat'] }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(new RegExp(`不能请：${rater?.name}`))).toBeVisible()
  await dialog.getByRole('textbox').fill('补齐两位')
  await confirm(page, panels['panels.refillSeat'])
  await expect(page.getByText(panels['panels.noOpenSeats'])).toBeVisible()
  await page.getByRole('tab', { name: panels['panels.tabProgress'] }).click()
  await page.getByRole('button', { name: panels['panels.remindAll'] }).click()
  await confirm(page, panels['panels.remind'])
  await expect(page.getByRole('dialog').getByText(/“2026 年校本研修”评审请尽快完成/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).first().click()
  await page.getByRole('button', { name: panels['panels.remindAll'] }).click()
  await confirm(page, panels['panels.remind'])
  await expect(page.getByText(panels['panels.remindedNone'])).toBeVisible()
  await expectSound(page)
  await shot(page, 'progress')
  await page.getByRole('button', { name: panels['panels.replaceExpert'] }).first().click()
  await page.getByRole('dialog').getByRole('textbox').fill('临时出差')
  await confirm(page, panels['panels.replaceExpert'])
  await expect(page.getByText(/已分给别人 \d 份/)).toBeVisible()
  await page.context().close()
})

test('a wide gap gets a further expert; the phone reads why each got what', async ({ browser }) => {
  const body = await house.office.ask<{ items: { id: string; expertId: string; title: string; state: string }[] }>(
    'GET',
    `/panels/${panelId}/seats?show=unfinished`,
  )
  const [first] = body.items
  const pair = body.items.filter(({ title }) => title === first?.title)
  for (const [nth, { id, expertId }] of pair.entries()) {
    const rater = house.raters.find((one) => one.id === expertId)
    if (rater) await house.score(rater, id, nth * 400)
  }
  const page = await house.office.arrive(browser, 360)
  await page.goto(`/panels/${panelId}`)
  await page.getByRole('tab', { name: new RegExp(panels['panels.tabOpen']) }).click()
  await page.getByRole('button', { name: panels['panels.addExtra'] }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('两位专家相差过大')
  await confirm(page, panels['panels.addExtra'])
  await expect(page.getByText(panels['panels.extraComing'])).toBeVisible()
  await page.getByRole('tab', { name: panels['panels.tabSeats'] }).click()
  await expect(page.getByText(/加评：在 \d 位可用专家中排第 1/)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectSound(page)
  await shot(page, 'phone')
  await page.context().close()
})

test('an expert amends their own record, and the office reads their history', async ({ browser }) => {
  const [rater] = house.raters
  if (!rater) throw new Error('nobody')
  const own = await rater.arrive(browser)
  await own.goto('/experts/own')
  await own.getByRole('link', { name: '更正我的资料' }).click()
  await own.getByRole('button', { name: '添加单位' }).click()
  await own.getByRole('textbox', { name: '单位名称' }).fill('市教研室')
  await expectSound(own)
  await own.getByRole('button', { name: '保存', exact: true }).click()
  await expect(own.getByText('市教研室')).toBeVisible()
  await own.context().close()
  const page = await house.office.arrive(browser)
  await page.goto('/experts?subject=班主任')
  await page.getByRole('link', { name: rater.name }).click()
  await expect(page.getByText('市教研室')).toBeVisible()
  await expect(page.getByRole('link', { name: '2026 年校本研修' })).toBeVisible()
  await expectSound(page)
  await shot(page, 'expert')
  await page.context().close()
})
