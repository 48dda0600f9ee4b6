import { execFileSync } from 'node:child_process'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { rowsOf } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'
import { type DraftHouse, raiseDraftHouse } from './draft-house.ts'
import { decide, follow, tabTo, take } from './person.ts'

const TITLE = '班主任培训'
const WECHAT = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) AppleWebKit/605.1.15 MicroMessenger/8.0.50'

let at: DraftHouse
let project: string
let office: Page
let school: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  at = await raiseDraftHouse([...sample.FORM], '2026 年教师培训项目申报')
  const id = await at.draft(sample.VALUES)
  await at.school('POST', `/applications/${id}/actions/submit`, {})
  await rowsOf(at.district.tenant, "UPDATE applications SET state = 'noticed', cleared = 1 WHERE id = ?", id)
  await at.office('POST', `/applications/${id}/actions/approve`, {})
  const [row] = await rowsOf(at.district.tenant, 'SELECT id FROM projects')
  project = `/projects/${row?.['id']}`
  school = await at.arrive(browser)
  office = await bureau(browser)
})
test.afterAll(() => at.house.stop())

async function bureau(browser: Browser, given: { width?: number; userAgent?: string } = {}): Promise<Page> {
  const { width = 1280, ...more } = given
  const context = await browser.newContext({ baseURL: at.house.url, viewport: { width, height: 800 }, ...more })
  const { token } = await at.house.session({ role: 'office', district: at.district })
  await context.addCookies([{ name: 'sid', value: token, url: at.house.url }])
  return context.newPage()
}

async function home(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

test('the school reads the agreement and confirms the text that it has read', async () => {
  await home(school)
  await take(school, '项目待确认任务书')
  await follow(school, '阅读并确认任务书')
  const paper = school.locator('.paper')
  await expect(paper).toContainText('任务书编号：RW2026-0001')
  await expect(paper).toContainText('伍万元整')
  await accessible(school)
  await decide(school, '确认任务书')
  await expect(paper).not.toContainText('待确认')
  await school.emulateMedia({ media: 'print' })
  await expect(school.getByRole('navigation', { name: '主菜单' })).toBeHidden()
  await expect(paper).toBeVisible()
  await school.emulateMedia({ media: null })
})

test('the school proposes an amendment, sees what changes before it is sent, and is told what is out of order', async () => {
  await school.goto(`${project}/amend`)
  await school.getByRole('button', { name: '查看改动' }).click()
  await expect(school.getByText('没有任何改动')).toBeVisible()
  await school.getByRole('textbox', { name: /^培训人数/ }).fill('60')
  await school.getByLabel('结束日期', { exact: true }).first().fill('2026-04-20')
  await school.getByRole('button', { name: '查看改动' }).click()
  await expect(school.getByText('晚于项目结束日期 2026-04-20')).toBeVisible()
  await accessible(school)
  await school.getByLabel('结束日期', { exact: true }).first().fill('2026-05-31')
  // the rest without a mouse
  const look = school.getByRole('button', { name: '查看改动' })
  await look.focus()
  await school.keyboard.press('Enter')
  const changes = school.getByRole('table', { name: '改动对照' })
  await expect(changes.getByRole('row', { name: '目标 培训人数 50 人 60 人' })).toBeVisible()
  await expect(changes.getByRole('row', { name: '时间 结束日期 2026年4月30日 2026年5月31日' })).toBeVisible()
  const reason = school.getByRole('textbox', { name: /^变更理由/ })
  await tabTo(school, reason)
  await school.keyboard.type('报名人数超出预期')
  await tabTo(school, school.getByRole('button', { name: '提交变更' }))
  await school.keyboard.press('Enter')
  await expect(school.getByRole('button', { name: '撤回变更' })).toBeVisible()
  await expect(school.getByRole('button', { name: '同意变更' })).toBeHidden()
})

test('the bureau finds it in its inbox and agrees; the next version is in force for both', async () => {
  await home(office)
  await take(office, '任务书变更待决定')
  await expect(office.getByText('报名人数超出预期')).toBeVisible()
  await accessible(office)
  await decide(office, '同意变更', '同意')
  await follow(office, TITLE)
  await expect(office.getByText('第 2 版', { exact: true })).toBeVisible()
  await expect(office.getByRole('row', { name: '培训人数 60 人' })).toBeVisible()
  await school.goto(`${project}/agreement?no=1`)
  await expect(school.getByText('这是第 1 版，已被第 2 版代替。')).toBeVisible()
})

test('the letter of approval stands on the bureau’s letterhead, whatever was amended since', async () => {
  await office.goto(`${project}/letter`)
  const letter = office.locator('.paper')
  await expect(letter).toContainText('金水区教育局文件')
  await expect(letter).toContainText(`关于同意“${TITLE}”立项的批复`)
  await expect(letter).toContainText('培训人数 50 人')
  await office.getByRole('textbox', { name: /^发文字号/ }).fill('金教〔2026〕7 号')
  await expect(letter).toContainText('金教〔2026〕7 号')
  await accessible(office)
})

test('the archive comes down whole; inside WeChat it is said beforehand that it cannot', async ({ browser }) => {
  await office.goto(project)
  const coming = office.waitForEvent('download')
  await office.getByRole('link', { name: '下载档案' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^项目档案-LX2026-0001-.*\.zip$/)
  const listed = execFileSync('unzip', ['-l', await download.path()]).toString()
  for (const name of ['index.html', 'index.json', 'SHA256SUMS']) expect(listed).toContain(name)
  const phone = await bureau(browser, { width: 390, userAgent: WECHAT })
  await phone.goto(project)
  await expect(phone.getByText('微信内不能下载')).toBeVisible()
  await expect(phone.getByRole('link', { name: '下载档案' })).toBeHidden()
  await accessible(phone)
  await phone.context().close()
})

test('a suspended project says why at its head, on a phone too', async ({ browser }) => {
  await at.school('POST', `${project}/actions/start`, {})
  await at.office('POST', `${project}/actions/suspend`, { note: '承训场地维修' })
  const phone = await bureau(browser, { width: 360 })
  await phone.goto(project)
  await expect(phone.getByText('项目已暂停')).toBeVisible()
  await expect(phone.getByText(/^承训场地维修（/)).toBeVisible()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await phone.context().close()
})
