import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { freshId, insertRows, rowsOf } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'
import { type NominationHouse, raiseNominationHouse } from './nomination-house.ts'
import { decide } from './person.ts'

const PHONE = { viewport: { width: 360, height: 740 } }
const AT = '2026-01-05T00:00:00.000Z'
const MINUTE = 60_000

let at: NominationHouse
let cohort: string
let session: string
const GRACE_SECONDS = 4
/** The codes that the trainer's screen was given, each with its time by the clock of this machine. */
const shown: { code: string; from: number; to: number }[] = []

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  at = await raiseNominationHouse()
  const { tenant } = at.district
  const put = (table: string, ...rows: Record<string, unknown>[]) => insertRows(tenant, table, rows)
  const provider = sample.provider('区教师发展中心')
  await put('providers', provider)
  cohort = await at.cohort('班主任基本功提升班', [], {
    ...{ state: 'running', starts_on: '2026-01-05', ends_on: '2026-12-31', minutes: 120, taken: 3, places: 50 },
    ...{ provider_id: provider.id, provider_name: provider['name'] },
  })
  const now = Math.floor(Date.now() / MINUTE) * MINUTE
  session = freshId('ses')
  await put('sessions', {
    ...{ id: session, cohort_id: cohort, stage_id: 's1', topic: '班会课设计', module: '师德', channel: 'concentrated' },
    ...{
      trainers: [],
      place: '二楼报告厅',
      minutes: 120,
      state: 'planned',
      version: 1,
      created_at: AT,
      updated_at: AT,
    },
    ...{ starts_at: new Date(now - 5 * MINUTE).toISOString(), ends_at: new Date(now + 115 * MINUTE).toISOString() },
  })
  const teachers = await rowsOf(
    tenant,
    "SELECT id, name, school_id, school_name FROM teachers WHERE name IN ('王小明', '刘秀英', '杨静')",
  )
  for (const { id, name, school_id, school_name } of teachers)
    await put('enrolments', {
      ...{ id: freshId('enr'), cohort_id: cohort, teacher_id: id, name, school_id, school_name, subject: '语文' },
      ...{
        phase: 'primary',
        state: 'enrolled',
        preference: 0,
        findings: [],
        version: 1,
        created_at: AT,
        updated_at: AT,
      },
    })
  // a short life, so that the story need not wait
  await put('settings', {
    key: 'attendance',
    version: 1,
    value: JSON.stringify({
      rotateSeconds: 5,
      graceSeconds: GRACE_SECONDS,
      earlyMinutes: 30,
      lateMinutes: 15,
      late: 'full',
      closeMinutes: 10,
    }),
  })
})
test.afterAll(() => at.house.stop())

async function accessible(page: Page): Promise<void> {
  // colours on their way are nobody's
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

/** Nothing stands beyond the right edge of a phone. */
async function fits(page: Page): Promise<void> {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(wide).toBeLessThanOrEqual(room ?? 0)
}

/** A picture to look at, when asked for. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SHIXUN_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/attendance-${name}.png`, fullPage: true })
}

async function teacher(name: string): Promise<string> {
  const [row] = await rowsOf(at.district.tenant, 'SELECT id FROM teachers WHERE name = ?', name)
  return String(row?.['id'])
}

/** Remembers the codes that a screen is given. */
function watch(page: Page): void {
  page.on('response', async (response) => {
    if (!response.url().endsWith('/check-in-codes') || response.status() !== 200) return
    const body: { codes: typeof shown } = await response.json()
    shown.push(...body.codes)
  })
}
const addressOf = (code: string) => `/check-in?c=${encodeURIComponent(code)}`
/** What a phone would read from the screen now. */
const newest = () => addressOf(shown.find(({ from, to }) => Date.now() >= from && Date.now() < to)?.code ?? '')

let trainer: Page

test('the trainer opens the screen: the code turns over, and the number of those present stands beside it', async ({
  browser,
}) => {
  trainer = await at.arrive(browser, 'school_admin', at.runner.id, { viewport: { width: 1280, height: 800 } })
  watch(trainer)
  await trainer.goto(`/cohorts/${cohort}?tab=attendance`)
  await expect(trainer.getByText('0 / 3 人')).toBeVisible()
  await accessible(trainer)
  await picture(trainer, 'tab-1280')
  await trainer.getByRole('link', { name: '签到屏' }).click()
  await expect(trainer.getByRole('heading', { name: '班会课设计' })).toBeVisible()
  const code = trainer.getByRole('img', { name: '签到二维码' })
  await expect(code).toBeVisible()
  await expect(trainer.getByText('共 3 人')).toBeVisible()
  const path = () => code.locator('path').getAttribute('d')
  const first = await path()
  await accessible(trainer)
  await picture(trainer, 'screen-1280')
  await expect.poll(path, { timeout: 12_000 }).not.toBe(first)
})

test('a teacher scans with a phone and is told so; scanning again says when', async ({ browser }) => {
  const phone = await at.arrive(browser, 'teacher', await teacher('王小明'), PHONE)
  await phone.goto(newest())
  await expect(phone.getByRole('heading', { name: '签到成功' })).toBeVisible()
  await expect(phone.getByText('120 分钟')).toBeVisible()
  await fits(phone)
  await accessible(phone)
  await picture(phone, 'done-360')
  await phone.goto(newest())
  await expect(phone.getByRole('heading', { name: '您已经签过到' })).toBeVisible()
  await expect(phone.getByText(/签到已于 20\d\d-\d\d-\d\d \d\d:\d\d 记录/)).toBeVisible()
  await picture(phone, 'twice-360')
  await expect(trainer.locator('.screen-count')).toHaveText('1')
})

test('a screenshot has expired, and who is not on the roster is told whom to ask', async ({ browser }) => {
  const late = await at.arrive(browser, 'teacher', await teacher('刘秀英'), PHONE)
  const old = shown[0] ?? { code: '', to: 0 }
  // a code is still taken for the seconds of grace after another stands on the screen
  await expect.poll(() => Date.now() > old.to + GRACE_SECONDS * 1000, { timeout: 15_000 }).toBe(true)
  await late.goto(addressOf(old.code))
  await expect(late.getByRole('heading', { name: '签到码已过期' })).toBeVisible()
  await expect(late.getByText('转发的截图和照片都会过期')).toBeVisible()
  await fits(late)
  await picture(late, 'expired-360')
  const stranger = await at.arrive(browser, 'teacher', await teacher('张建国'), PHONE)
  await stranger.goto(newest())
  await expect(stranger.getByText('您不在“班主任基本功提升班”的学员名单中')).toBeVisible()
})

test('nobody signed in is asked to, and stays at the code’s address; an office is told to act as a teacher', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: at.house.url, ...PHONE })
  const nobody = await context.newPage()
  await nobody.goto(newest())
  await expect(nobody.getByRole('button', { name: '登录', exact: true })).toBeVisible()
  expect(nobody.url()).toContain('/check-in?c=')
  const office = await at.arrive(browser, 'office')
  await office.goto(newest())
  await expect(office.getByRole('heading', { name: '请用教师身份签到' })).toBeVisible()
})

test('the rest are entered by hand with a reason, the session is settled, and the cohort concluded', async () => {
  await trainer.goto(`/sessions/${session}/attendance`)
  await trainer.getByRole('checkbox', { name: '选择 刘秀英' }).check()
  await trainer.getByRole('button', { name: '登记到课' }).click()
  const dialog = trainer.getByRole('dialog', { name: '登记 1 人' })
  await dialog.getByRole('textbox', { name: '原因' }).fill('手机没有电，现场点名')
  await accessible(trainer)
  await picture(trainer, 'mark-1280')
  await dialog.getByRole('button', { name: '登记考勤' }).click()
  await expect(trainer.getByRole('row', { name: /刘秀英/ })).toContainText('手机没有电，现场点名')
  await trainer.goto(`/cohorts/${cohort}/conclusion`)
  await expect(trainer.getByText('还有 1 次课没有确认考勤，不能结班')).toBeVisible()
  await trainer.goto(`/cohorts/${cohort}?tab=attendance`)
  await decide(trainer, '确认考勤')
  await trainer.getByRole('link', { name: '结业名单' }).first().click()
  await expect(trainer.getByRole('row', { name: /杨静/ })).toContainText('缺课 120 分钟')
  await accessible(trainer)
  await picture(trainer, 'conclusion-1280')
  await trainer.getByRole('main').getByRole('button', { name: '结班并登记学时' }).click()
  await trainer.getByRole('dialog').getByRole('button', { name: '结班并登记学时' }).click()
  await expect(trainer.getByText('2 人结业，1 人未结业，登记学时 2 条。')).toBeVisible()
  await picture(trainer, 'concluded-1280')
})

test('a teacher sees the hours, declares others from a phone, and the office confirms them together', async ({
  browser,
}) => {
  const phone = await at.arrive(browser, 'teacher', await teacher('王小明'), PHONE)
  await phone.goto('/ledger')
  await expect(phone.getByText('班主任基本功提升班')).toBeVisible()
  await fits(phone)
  await picture(phone, 'ledger-360')
  await phone.getByRole('link', { name: '申报学时' }).first().click()
  await phone.getByRole('textbox', { name: '项目或活动' }).fill('寒假教师研修')
  await phone.getByRole('textbox', { name: '承训单位' }).fill('国家中小学智慧教育平台')
  await phone.getByLabel('日期').fill('2026-02-20')
  await phone.getByRole('textbox', { name: /^学时/ }).fill('10')
  await phone.setInputFiles('input[type=file]', {
    name: '证书.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  })
  await expect(phone.getByText('证书.pdf')).toBeVisible()
  await expect(phone.getByRole('button', { name: '申报学时' })).toBeEnabled()
  await fits(phone)
  await accessible(phone)
  await picture(phone, 'declare-360')
  await phone.getByRole('button', { name: '申报学时' }).click()
  await expect(phone.getByRole('table').getByText('待认定')).toBeVisible()
  const office = await at.arrive(browser, 'office', undefined, { viewport: { width: 1280, height: 800 } })
  await office.goto('/ledger?state=pending')
  await office.getByRole('checkbox', { name: /王小明 寒假教师研修/ }).check()
  await accessible(office)
  await picture(office, 'ledger-1280')
  await office.getByRole('button', { name: '认定 1 条' }).click()
  await office.getByRole('dialog').getByRole('button', { name: '认定', exact: true }).click()
  await expect(office.getByText('已处理 1 条，0 条未能处理')).toBeVisible()
  await phone.goto('/ledger')
  await expect(phone.getByRole('table').getByText('已认定')).toHaveCount(2)
})
