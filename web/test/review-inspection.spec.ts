import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { drawnScene } from '../../scripts/demo/drawn-scene.ts'
import { aProject } from '../../workers/review/src/quality/assessments/test-assessed.ts'
import {
  type District,
  insertRows,
  type OwnHouse,
  type Row,
  raiseOwnHouse,
  rowsOf,
} from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'
import { inspections as words } from '../src/words/zh/inspections.ts'

const TITLE = '育才小学的项目'
let house: OwnHouse
let district: District
let office: Page
let school: Page
let phone: Page
let visit: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  house = await raiseOwnHouse()
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const put = async <R extends Row>(table: string, row: R) => {
    await insertRows(district.tenant, table, [row])
    return row
  }
  const rubric = await put('rubrics', sample.rubric('completion', 'published'))
  const call = await put('calls', sample.call(rubric.id))
  await put('call_forms', sample.callForm(call))
  const { id } = await put('schools', sample.school('育才小学', 1))
  await aProject({ district, put } as never, { id, kind: 'school', name: '育才小学' }, call.id)
  const expert = await put('experts', sample.expert('周专家'))
  office = await arrive(browser, 'office', null, 1280)
  school = await arrive(browser, 'school_admin', id, 1280)
  phone = await arrive(browser, 'expert', expert.id, 360)
})
test.afterAll(() => house.stop())

async function arrive(
  browser: Browser,
  role: 'office' | 'school_admin' | 'expert',
  unit: string | null,
  width: number,
) {
  const { token } = await house.session({ role, district, unit })
  const context = await browser.newContext({ baseURL: house.url, viewport: { width, height: 780 } })
  await context.addCookies([{ name: 'sid', value: token, url: house.url }])
  return context.newPage()
}

/** Neither wider than the screen nor closed to anybody, and a picture for whoever asks for one. */
async function expectSound(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 780 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect([name, width, Math.max(over, 0)]).toEqual([name, width, 0])
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect([name, serious.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([name, []])
    const folder = process.env['SHIXUN_SHOTS']
    if (folder) await page.screenshot({ path: `${folder}/${width}-${name}.png`, fullPage: true })
  }
}
const item = (page: Page, title: string) =>
  page.locator('.visit-item', { has: page.getByRole('heading', { name: title }) })
const photos = () => rowsOf(district.tenant, 'SELECT item_key, caption FROM inspection_photos')

test('the office plans a visit: the list comes from the rubric and the bureau', async () => {
  await office.goto('/inspections/new')
  await office.getByLabel(words['inspections.project']).selectOption({ label: `${TITLE}（育才小学）` })
  await office.getByLabel(words['inspections.visitOn']).fill('2099-05-20')
  await office.getByLabel(words['inspections.rubric']).selectOption({ index: 1 })
  await office.getByRole('checkbox', { name: '周专家' }).check()
  await expectSound(office, 'plan')
  await office.getByRole('button', { name: words['inspections.plan'] }).click()
  await expect(office.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  visit = new URL(office.url()).pathname.split('/')[2] ?? ''
  await expect(office.getByRole('row', { name: /违规扣分/ })).toBeVisible()
})

test('at the school there is no network: what is filled in and photographed outlives the page, and arrives once', async () => {
  await phone.goto('/tasks')
  await expect(phone.getByText(new RegExp(TITLE)).first()).toBeVisible()
  await phone.goto(`/inspections/${visit}`)
  await phone.getByRole('link', { name: words['inspections.fill'] }).click()
  await expect(phone.getByText(words['inspections.allSent'])).toBeVisible()
  // before the visitor leaves the office
  await expect(phone.getByText(words['inspections.shellKept'])).toBeVisible()
  await expectSound(phone, 'visit')
  await phone.setViewportSize({ width: 360, height: 780 })
  await phone.context().setOffline(true)
  await item(phone, '违规扣分').getByRole('button', { name: '+½' }).click()
  await item(phone, '违规扣分').getByRole('button', { name: '+½' }).click()
  await item(phone, '师德').getByRole('radio', { name: words['vetoAnswer.no'] }).check()
  await item(phone, '培训场地').getByRole('radio', { name: '是', exact: true }).check()
  await phone.getByLabel(words['inspections.place']).fill('三楼录播室')
  const picture = { name: '现场.png', mimeType: 'image/png', buffer: Buffer.from(drawnScene()) }
  await item(phone, '培训场地').locator('input[type=file]').setInputFiles(picture)
  await expect(item(phone, '培训场地').locator('img')).toBeVisible()
  await expect(phone.getByRole('status')).toHaveText('已存本机，待上传 4 项')
  // the phone puts the page away, and opens it again without a network
  const context = phone.context()
  await phone.close()
  phone = await context.newPage()
  await phone.goto(`/visit?id=${visit}`)
  await expect(phone.getByRole('status')).toHaveText('已存本机，待上传 4 项')
  await expect(item(phone, '违规扣分').getByRole('textbox').first()).toHaveValue('0.5')
  await expect(item(phone, '培训场地').locator('img')).toBeVisible()
  for (const title of ['考勤记录', '过程性材料'])
    await item(phone, title).getByRole('radio', { name: '是', exact: true }).check()
  await phone.getByLabel(words['inspections.summary']).fill('过程材料齐全。')
  await phone.getByLabel(words['inspections.receivedBy']).fill('王主任')
  await phone.reload()
  await expect(phone.getByLabel(words['inspections.receivedBy'])).toHaveValue('王主任')
  await phone.context().setOffline(false)
  await expect(phone.getByRole('status')).toHaveText(words['inspections.allSent'], { timeout: 30_000 })
  expect(await photos()).toEqual([{ item_key: 'check.1', caption: '三楼录播室' }])
  await expect(phone.getByText(words['inspections.twoDevices'])).toHaveCount(0)
})

test('the record is sealed, and leaves nothing on the phone', async () => {
  await phone.getByRole('button', { name: words['inspections.seal'] }).click()
  await phone.getByRole('dialog').getByRole('button', { name: words['inspections.seal'] }).click()
  await expect(phone.getByText(/这份记录已于/)).toBeVisible()
  const left = () =>
    phone.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const asked = indexedDB.open('shixun-visits')
          asked.onsuccess = () => {
            const all = asked.result.transaction(['visits', 'changes', 'photos'])
            const counts = ['visits', 'changes', 'photos'].map((name) => all.objectStore(name).count())
            all.oncomplete = () => resolve(counts.reduce((sum, { result }) => sum + result, 0))
          }
        }),
    )
  await expect.poll(left).toBe(0)
})

test('the office reads the report, tells the unit, and the unit says that it has read it', async () => {
  await office.goto(`/inspections/${visit}`)
  await expect(office.getByText('1 / 1 份已封存')).toBeVisible()
  await expect(office.getByRole('row', { name: /违规扣分/ })).toContainText('0.5 / 10')
  await expect(office.locator('.inspection-photos img')).toBeVisible()
  await office.getByRole('button', { name: words['inspections.release'] }).click()
  await office.getByRole('dialog').getByRole('button', { name: words['inspections.release'] }).click()
  await expect(office.getByRole('dialog')).toBeHidden()
  await expectSound(office, 'report')
  await school.goto('/tasks')
  await school
    .getByRole('link', { name: new RegExp(TITLE) })
    .first()
    .click()
  await expect(school.getByText('过程材料齐全。')).toBeVisible()
  await school.getByRole('button', { name: words['inspections.acknowledge'] }).click()
  await school.getByRole('dialog').getByRole('button', { name: words['inspections.acknowledge'] }).click()
  await expect(school.getByRole('button', { name: words['inspections.acknowledge'] })).toHaveCount(0)
  await school.goto('/inspections')
  await expect(school.getByText(words['inspections.unitHelp'])).toBeVisible()
  await office.goto('/inspections')
  await expect(office.getByRole('row', { name: new RegExp(TITLE) })).toContainText('已公布')
  await expectSound(office, 'list')
})
