import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { fillLedger, fillRoster, schoolOf } from '../../workers/registry/src/credits/test-ledgers.ts'
import { type District, type OwnHouse, raiseOwnHouse, rowsOf } from '../../workers/system/src/own-house.ts'

const SCHOOLS = 4
const TEACHERS = 900
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const year = Number(today.slice(0, 4))

let house: OwnHouse
let district: District
let page: Page
let head: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  house = await raiseOwnHouse()
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const database = { run: (sql: string, ...params: unknown[]) => rowsOf(district.tenant, sql, ...params) }
  await fillRoster(database, { schools: SCHOOLS, teachers: TEACHERS })
  await fillLedger(
    database,
    Array.from({ length: TEACHERS }, (_, n) => ({
      teacher: n,
      n: 1,
      date: `${year - 1}-03-01`,
      hours: n % 120,
      channel: n % 2 === 0 ? 'school_based' : 'concentrated',
      schools: SCHOOLS,
    })),
  )
  const arrive = async (role: 'office' | 'school_admin', unit: string | null = null) => {
    const { token } = await house.session({ role, district, unit })
    const context = await browser.newContext({ baseURL: house.url })
    await context.addCookies([{ name: 'sid', value: token, url: house.url }])
    return context.newPage()
  }
  page = await arrive('office')
  head = await arrive('school_admin', schoolOf(1))
})
test.afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

async function accessible(of: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await of.setViewportSize({ width, height: 800 })
    const { violations } = await new AxeBuilder({ page: of }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    const wider = await of.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
    if (process.env['SHIXUN_SHOTS'])
      await of.screenshot({
        path: `${process.env['SHIXUN_SHOTS']}/${of
          .url()
          .replace(/.*?\/\/[^/]+\//, '')
          .replace(/[^a-z-]/g, '-')
          .slice(0, 60)}-${width}.png`,
        fullPage: true,
      })
  }
  await of.setViewportSize({ width: 1280, height: 800 })
}

test('the office starts from a sample and reads beside the form what it says', async () => {
  await page.goto('/policies')
  await expect(page.getByText('还没有学分办法')).toBeVisible()
  await page.getByRole('link', { name: '新建学分办法' }).first().press('Enter')
  await page.getByRole('radio', { name: /四年 240 学分/ }).check()
  await expect(page.getByRole('complementary', { name: '逐条说明' })).toContainText('不少于 240 学分')
  await accessible(page)
  await page.getByRole('button', { name: '开始编制' }).press('Enter')
  const beside = page.getByRole('complementary', { name: '逐条说明' })
  await expect(beside).toContainText('没有发现矛盾')
  await page.getByRole('textbox', { name: '名称' }).first().fill('金水区教师学分办法')
  await page.getByLabel('施行日期').fill(`${year - 1}-01-01`)
  await page.getByLabel('起算日').fill(`${year - 1}-01-01`)
  for (const [at, amount] of ['100', '40'].entries()) {
    const rule = page.locator(`#policy-requirements-${at}`)
    await rule.locator('summary').first().press('Enter')
    await rule.getByRole('textbox', { name: /^数量/ }).fill(amount)
  }
  await expect(beside).toContainText('不少于 100 学分')
  await expect(page.getByText(/^已保存/)).toBeVisible()
})

test('two rules that contradict each other are named, and lead to the rule', async () => {
  await page.getByRole('button', { name: '增加一条上限' }).click()
  const cap = page.locator('#policy-caps-0')
  await cap.getByRole('textbox', { name: '这一条的名称' }).fill('每周期封顶')
  await cap.getByLabel('按什么计').selectOption('cycle')
  await cap.getByRole('textbox', { name: /^最多计/ }).fill('60')
  const beside = page.getByRole('complementary', { name: '逐条说明' })
  const named = beside.getByRole('button', { name: /“四年累计学分”.*“每周期封顶”/ })
  await expect(named).toBeVisible()
  await accessible(page)
  await named.press('Enter')
  await expect(page.locator('#policy-requirements-0 summary').first()).toBeFocused()
  await page.getByRole('button', { name: '完成' }).click()
  await expect(page.getByText('有 1 处需要改正')).toBeVisible()
  await expect(page.getByRole('button', { name: '发布', exact: true })).toBeHidden()
  await expect(page.getByRole('button', { name: '开始测算' })).toBeDisabled()
  await page.getByRole('link', { name: '去修改' }).click()
  await page.locator('#policy-caps-0 summary').first().click()
  await page.locator('#policy-caps-0').getByRole('button', { name: '删去这一条' }).click()
  await expect(beside).toContainText('没有发现矛盾')
  await page.getByRole('button', { name: '完成' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '金水区教师学分办法' })).toBeVisible()
})

test('a simulation over everybody shows its progress and its result, by name too', async () => {
  await page.getByRole('button', { name: '开始测算' }).click()
  await expect(page.getByText('新办法达标').first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('900人').first()).toBeVisible()
  await page.getByRole('tab', { name: /按岗位/ }).click()
  await expect(page.getByRole('rowheader', { name: '班主任' })).toBeVisible()
  await page.getByLabel('变化').selectOption('short')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('row', { name: /仍不达标/ }).first()).toBeVisible()
  await page.getByRole('button', { name: '重置' }).click()
  await page.getByRole('textbox', { name: '姓名' }).fill('教师0007')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('row', { name: /教师0007.*已得 7/ })).toBeVisible()
  await accessible(page)
})

test('published, everybody is computed with progress, and who is short shows the most urgent first', async () => {
  await page.getByRole('link', { name: '金水区教师学分办法' }).first().click()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(page.getByText('已算完 900 人')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('施行中').first()).toBeVisible()
  await accessible(page)
  await page.getByRole('main').getByRole('link', { name: '学分总览' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '学分总览' })).toBeVisible()
  await expect(page.getByRole('img', { name: '已得数量的分布' })).toBeVisible()
  await expect(page.getByRole('img', { name: '逐月进度' })).toBeVisible()
  await expect(page.getByRole('img', { name: '按学校' })).toBeVisible()
  await accessible(page)
  await page.getByRole('main').getByRole('link', { name: '谁还差学时' }).click()
  await expect(page.getByRole('row', { name: /教师.*落后|教师.*按进度/ }).first()).toBeVisible()
  await page.getByLabel('要求或岗位').selectOption({ label: '校本研训' })
  await page.getByLabel('学段').selectOption('junior')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('row', { name: /初中.*校本研训 0 \/ 40 学时/ }).first()).toBeVisible()
  await accessible(page)
  await page.getByText('导出', { exact: true }).click()
  await page.getByText('Excel 工作簿（.xlsx）').click()
  await page.getByRole('dialog').getByRole('textbox').fill('督促补学')
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: /导出/ }).click()
  expect((await download).suggestedFilename()).toMatch(/学时未达标教师.*xlsx$/)
})

test('a school sees its own teachers and no others', async () => {
  await head.goto('/standings')
  await expect(head.getByRole('row', { name: /第2小学/ }).first()).toBeVisible()
  await expect(head.getByRole('row', { name: /第1小学|第3小学/ })).toHaveCount(0)
  await expect(head.getByLabel('学校')).toHaveCount(0)
  await head.goto('/policies')
  await head.getByRole('link', { name: '金水区教师学分办法' }).click()
  await expect(head.getByText('不少于 100 学分')).toBeVisible()
  await expect(head.getByRole('button', { name: '停用' })).toBeHidden()
  await accessible(head)
})

test('the next version is compared clause by clause', async () => {
  await page.goto('/policies')
  await page.getByRole('link', { name: '金水区教师学分办法' }).click()
  await page.getByRole('button', { name: '编制下一版' }).click()
  await page.getByRole('textbox', { name: /^一学时/ }).fill('45')
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByRole('link', { name: '与此版对照' }).click()
  await expect(page.getByRole('row', { name: /修改.*1 学时为 60 分钟.*1 学时为 45 分钟/ })).toBeVisible()
  await expect(page.getByText('四年累计学分')).toBeHidden()
  await page.getByLabel('也显示没有变化的条款').check()
  await expect(page.getByText(/四年累计学分/).first()).toBeVisible()
  await accessible(page)
})

test('the trial explains a policy and each entry without keeping anything', async () => {
  await page.goto('/credit-trial')
  await page.getByLabel('从样例开始').selectOption({ label: '四年 240 学分，其中校本研训不少于 120' })
  await expect(page.getByText(/不少于 240 学分/)).toBeVisible()
  await page.getByRole('button', { name: '填入示例' }).click()
  await page.getByRole('button', { name: '加入 6 条记录' }).click()
  await page.getByRole('button', { name: '计算', exact: true }).press('Enter')
  await expect(page.getByRole('progressbar', { name: '校本研训' })).toBeVisible()
  await expect(page.getByText('没有经过认定，不计入').first()).toBeVisible()
  await page.getByText('修改或粘贴办法').click()
  await page.getByRole('textbox', { name: '办法（JSON）' }).fill('{')
  await expect(page.getByText('不是完整的 JSON')).toBeVisible()
  await expect(page.getByRole('button', { name: '计算', exact: true })).toBeDisabled()
  await accessible(page)
})
