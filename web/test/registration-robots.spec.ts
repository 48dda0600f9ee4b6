import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Receiver, startReceiver } from '../../packages/testkit/src/robot-receiver.ts'
import { type District, insertRows, type OwnHouse, raiseOwnHouse } from '../../workers/system/src/own-house.ts'

const TOKEN = 'd3adbeefc0ffee00d3adbeefc0ffee00'
const SECRET = 'SECb3a1f00dcafe0123456789abcdef0123'

let receiver: Receiver
let house: OwnHouse
let district: District
let page: Page

const day = (after: number) => new Date(Date.now() + 8 * 3_600_000 + after * 86_400_000).toISOString().slice(0, 10)

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  receiver = await startReceiver()
  house = await raiseOwnHouse({ robotHosts: [receiver.origin] })
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const { token } = await house.session({ role: 'office', district })
  const context = await browser.newContext({ baseURL: house.url })
  await context.addCookies([{ name: 'sid', value: token, url: house.url }])
  page = await context.newPage()
})
test.afterAll(async () => {
  await house.stop()
  await receiver.stop()
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

test('the office registers a robot with the keyboard alone; its address and secret are never shown again', async () => {
  await page.goto('/settings')
  await page.getByRole('link', { name: '群机器人' }).press('Enter')
  await expect(page.getByText('还没有登记群机器人')).toBeVisible()
  await page.getByRole('button', { name: '登记机器人' }).press('Enter')
  await page.getByRole('radio', { name: '企业微信' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.type('师训科工作群')
  await page.keyboard.press('Tab')
  await page.keyboard.type(`https://example.org/robot/send?access_token=${TOKEN}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('只能填 https://oapi.dingtalk.com 开头的地址')).toBeVisible()
  await page.getByRole('textbox', { name: 'Webhook 地址' }).fill(`${receiver.origin}/robot/send?access_token=${TOKEN}`)
  await page.getByLabel('加签密钥').fill(SECRET)
  await page.getByRole('checkbox', { name: '收到异议' }).press('Space')
  await page.getByRole('button', { name: '保存' }).press('Enter')
  await expect(page.getByRole('row', { name: /师训科工作群.*钉钉.*\*\*\*\*ee00.*已加签/ })).toBeVisible()
  await accessible()
  const shown = await page.content()
  expect(shown).not.toContain(TOKEN)
  expect(shown).not.toContain(SECRET)
})

test('a test message says whether it arrived, and what to do when it did not', async () => {
  const button = page.getByRole('row', { name: '师训科工作群' }).getByRole('button', { name: '测试' })
  await button.click()
  await expect(page.getByRole('status').getByText('测试消息已发到“师训科工作群”')).toBeVisible()
  await receiver.say({ body: { errcode: 310000, errmsg: 'sign not match' } })
  await button.click()
  await expect(page.getByText('请核对加签密钥')).toBeVisible()
})

test('a message that did not arrive is a task of the office, and is sent again from the page of the robot', async () => {
  const [robot] = (await district.tenant.prepare('SELECT id FROM robots').all()).results ?? []
  await insertRows(district.tenant, 'dispatches', [
    {
      id: 'dsp_zzzzzzzzzz0000000000000001',
      robot_id: robot?.['id'],
      event: 'objection.raised',
      title: '收到异议',
      body: '对“拟立项公示”的匿名异议，请在 2026-03-13 前答复。\n答复之前，该公示不会生效。',
      state: 'waiting',
      attempts: 0,
      next_at: '',
      version: 1,
      created_at: new Date().toISOString(),
    },
  ])
  await receiver.say({ body: { errcode: 400106, errmsg: 'robot not exist' } })
  await house.constellation.tick()
  await expect(async () => {
    await page.goto('/tasks')
    await expect(page.getByText('群机器人消息未送达', { exact: true }).last()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 20_000 })
  await page.getByRole('link', { name: /“师训科工作群”有消息没有送达/ }).click()
  const row = page.getByRole('row', { name: '收到异议 对“拟立项公示”' })
  await expect(row).toContainText('机器人不存在')
  await accessible()
  await row.getByRole('button', { name: '重新发送' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '重新发送' }).click()
  await expect(row.getByText('已送达')).toBeVisible({ timeout: 20_000 })
  expect((await receiver.heard()).at(-1)?.body).toMatchObject({ markdown: { title: '【师训云】收到异议' } })
})

test('the inbox has the overdue on top and counts it; the digest is a text to be passed on', async () => {
  const task = (no: number, title: string, dueOn: string | null) => ({
    id: `tsk_${String(no).padStart(26, '0')}`,
    entity: `app_${String(no).padStart(26, '0')}`,
    kind: 'application.submitted',
    title,
    role: 'office',
    unit: '',
    due_on: dueOn,
    created_at: new Date().toISOString(),
  })
  const rows = [task(1, '不急的', null), task(2, '后天的', day(2)), task(3, '昨天的', day(-1))]
  await insertRows(district.tenant, 'tasks', rows)
  await page.goto('/')
  await expect(page.getByText('逾期 1 项 · 3 天内到期 1 项')).toBeVisible()
  await page.getByRole('link', { name: '全部待办' }).click()
  await expect(page.getByRole('heading', { name: /待办摘要/ })).toBeVisible()
  const titles = () => page.getByRole('tabpanel').getByRole('listitem').getByRole('link').allTextContents()
  await expect(async () => expect(await titles()).toEqual(['昨天的', '后天的', '不急的'])).toPass()
  await page.getByRole('tab', { name: '全部' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(async () => expect(await titles()).toEqual(['昨天的'])).toPass()
  await accessible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: '复制文字' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('待办 3 项：逾期 1 项，3 天内到期 1 项。')
})
