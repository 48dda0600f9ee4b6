import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { moveClock, startClock } from '../../scripts/demo/stage.ts'
import { anAssessed } from '../../workers/review/src/quality/assessments/test-assessed.ts'
import {
  type District,
  insertRows,
  type OwnHouse,
  type Row,
  raiseOwnHouse,
} from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'

let house: OwnHouse
let district: District
let office: Page
let school: Page
let project: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  house = await raiseOwnHouse({ demonstration: '{"accounts":[]}' })
  await startClock(house.constellation, '2026-05-20T02:00:00.000Z')
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const put = async <R extends Row>(table: string, row: R) => {
    await insertRows(district.tenant, table, [row])
    return row
  }
  const rubric = await put('rubrics', sample.rubric('completion', 'published'))
  const call = await put('calls', sample.call(rubric.id))
  const { id } = await put('schools', sample.school('育才小学', 1))
  const made = await anAssessed({ district, put }, { id, kind: 'school', name: '育才小学' }, call.id)
  project = made.project
  office = await arrive(browser, 'office', null)
  school = await arrive(browser, 'school_admin', id)
})
test.afterAll(() => house.stop())

async function arrive(browser: Browser, role: 'office' | 'school_admin', unit: string | null): Promise<Page> {
  const { token } = await house.session({ role, district, unit })
  const context = await browser.newContext({ baseURL: house.url })
  await context.addCookies([{ name: 'sid', value: token, url: house.url }])
  return context.newPage()
}

/** The round of the clock, until the queue has brought it to the district. */
async function round(done: () => Promise<boolean>): Promise<void> {
  await house.constellation.tick()
  await expect.poll(done, { timeout: 20_000 }).toBe(true)
}
const found = async (sql: string) => ((await district.tenant.prepare(sql).all()).results ?? []).length > 0

test('the office chooses a rubric, and the running project stands in the list with its alarms', async () => {
  await office.goto('/settings/assessment')
  await office.getByLabel('默认指标体系').selectOption({ label: '培训项目结项评价指标' })
  await office.getByRole('button', { name: '保存' }).click()
  await expect(office.getByText('本局自定', { exact: true })).toBeVisible()
  await round(() => found('SELECT 1 FROM assessments'))
  await office.goto('/assessments')
  const row = office.getByRole('row', { name: /育才小学的项目/ })
  await expect(row).toContainText('36.42')
  await expect(row).toContainText('3 条待处理')
  await row.getByRole('link').first().click()
  await expect(office.getByText('已有数据 30.00 分，由数据评价的共 65.00 分')).toBeVisible()
  await expect(office.getByRole('row', { name: /出勤率/ }).first()).toContainText('1,170 / 1,440 分钟')
  await expect(office.getByText('再有 46 人参训')).toBeVisible()
})

test('the school sees why, explains, and registers a milestone', async () => {
  await school.goto('/tasks')
  await expect(school.getByText(/参培率 8.00%，低于 80.00%/)).toBeVisible()
  await school.evaluate(() => localStorage.setItem('shixun.language', 'en'))
  await school.reload()
  await expect(school.getByText('Participation 8.00%, below 80.00%')).toBeVisible()
  await school.evaluate(() => localStorage.removeItem('shixun.language'))
  await school.goto(`/projects/${project}/assessment`)
  const alarm = school.locator('li.alarm', { hasText: '参培率 8.00%' })
  await alarm.getByRole('button', { name: '说明情况' }).click()
  await school.getByRole('dialog').getByRole('textbox').fill('第二班六月开班')
  await school.getByRole('dialog').getByRole('button', { name: '说明情况' }).click()
  await expect(alarm).toContainText('单位说明：第二班六月开班')
  const step = school.locator('li.alarm', { hasText: '完成培训方案' }).last()
  await step.getByRole('button', { name: '登记完成' }).click()
  await school.getByLabel('完成日期').fill('2026-04-30')
  await school.getByRole('dialog').getByRole('button', { name: '登记完成' }).click()
  await expect(step).toContainText('按期完成')
  await school.getByRole('button', { name: '立即重新计算' }).click()
  await expect(school.locator('li.alarm', { hasText: '已逾期 20 天' })).toContainText('已解除')
})

test('the office takes note; the month closes by itself and can be looked into', async () => {
  await office.goto('/assessments/alarms?state=explained')
  await office.getByRole('button', { name: '确认知悉' }).click()
  await office.getByRole('dialog').getByRole('textbox').fill('按计划推进')
  await office.getByRole('dialog').getByRole('button', { name: '确认知悉' }).click()
  await expect(office.getByRole('dialog')).toBeHidden()
  await moveClock(house.constellation, '2026-05-31T16:10:00.000Z')
  await round(() => found('SELECT 1 FROM project_snapshots'))
  await office.goto(`/projects/${project}/assessment`)
  await office.getByRole('link', { name: '2026-05' }).click()
  await expect(office.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await expect(office.getByRole('row', { name: /节点按期率/ })).toContainText('50.00%')
})

test('all of it can be used on a phone and by everybody', async () => {
  for (const width of [360, 1280])
    for (const path of [
      '/assessments',
      `/projects/${project}/assessment`,
      '/assessments/alarms',
      '/settings/assessment',
    ]) {
      await office.setViewportSize({ width, height: 900 })
      await office.goto(path)
      await expect(office.getByRole('heading', { level: 1 })).toBeVisible()
      await office.waitForLoadState('networkidle')
      const over = await office.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([path, width, over > 0 ? over : 0]).toEqual([path, width, 0])
      const { violations } = await new AxeBuilder({ page: office }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect([path, serious.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([path, []])
      if (process.env['SHIXUN_SHOTS'])
        await office.screenshot({
          path: `${process.env['SHIXUN_SHOTS']}/${width}${path.replaceAll('/', '_')}.png`,
          fullPage: true,
        })
    }
})
