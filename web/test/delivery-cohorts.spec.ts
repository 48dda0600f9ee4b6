import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { freshId, insertRows, rowsOf } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'
import { type NominationHouse, raiseNominationHouse } from './nomination-house.ts'
import { box, tabTo } from './person.ts'

const TITLE = '班主任专项提升第 1 班'
/** A photo of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let at: NominationHouse
let project: string
let cohort: string
let runner: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  at = await raiseNominationHouse()
  const [row] = await rowsOf(at.district.tenant, 'SELECT id FROM projects')
  project = String(row?.['id'])
  runner = await at.arrive(browser, 'school_admin', at.runner.id, { viewport: { width: 1280, height: 800 } })
})
test.afterAll(() => at.house.stop())

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

/** A picture to look at, when asked for. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SHIXUN_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/cohorts-${name}.png`, fullPage: true })
}

async function noSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
}

test('the training centre makes a cohort of its project: what the application says is filled in', async () => {
  await runner.goto(`/projects/${project}`)
  await runner.getByRole('link', { name: '新建班次' }).click()
  await expect(runner.getByRole('heading', { level: 1, name: '新建班次' })).toBeVisible()
  const title = box(runner, '班次')
  await expect(title).not.toHaveValue('')
  await title.fill(TITLE)
  await box(runner, '主题').fill('班级管理')
  await runner.getByRole('combobox', { name: '课程模块' }).fill('健康教育与班级管理能力')
  await accessible(runner)
  await picture(runner, 'wizard-basics')
  await runner.getByRole('button', { name: '下一步' }).click()
  await box(runner, '名额').fill('30')
  await runner.getByLabel('阶段名称').first().fill('高校研修')
  await runner.getByLabel('起', { exact: true }).first().fill('2027-04-01')
  await runner.getByLabel('至', { exact: true }).first().fill('2027-03-31')
  await picture(runner, 'wizard-plan')
  await runner.getByRole('button', { name: '下一步' }).click()
  await runner.getByRole('checkbox', { name: '乡村' }).check()
  await accessible(runner)
  await picture(runner, 'wizard-rules')
  await runner.getByRole('button', { name: '下一步' }).click()
  await picture(runner, 'wizard-confirm')
  // the days are the wrong way round: told in words, and the step is marked
  await runner.getByRole('button', { name: '新建班次' }).click()
  await expect(runner.getByText('结束不能早于开始').first()).toBeVisible()
  await runner.getByRole('button', { name: /名额与阶段/ }).click()
  await runner.getByLabel('至', { exact: true }).first().fill('2027-04-10')
  await runner.getByRole('button', { name: '下一步' }).click()
  await runner.getByRole('button', { name: '下一步' }).click()
  await runner.getByRole('button', { name: '新建班次' }).click()
  await expect(runner.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await expect(runner.getByText('还没有排课')).toBeVisible()
  cohort = /coh_\w+/.exec(runner.url())?.[0] ?? ''
})

test('sessions are added, copied and pasted; clashes in the district are told and forbid nothing', async () => {
  await runner.getByRole('button', { name: '排一节课' }).click()
  const dialog = runner.getByRole('dialog', { name: '排一节课' })
  await dialog.getByRole('combobox', { name: '课程内容' }).fill('班会设计')
  await dialog.getByLabel(/日期$/).fill('2027-04-02')
  await dialog.getByLabel('授课人').fill('张三（河南大学 教授）')
  await dialog.getByLabel('地点').fill('报告厅')
  await expect(dialog.getByLabel('计学时（分钟）')).toHaveValue('150')
  await accessible(runner)
  await picture(runner, 'session-dialog')
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(runner.getByText('09:00–11:30')).toBeVisible()

  await runner.getByRole('button', { name: '复制', exact: true }).click()
  const copy = runner.getByRole('dialog', { name: '复制：班会设计' })
  await copy.getByLabel('复制到').fill('2027-04-20')
  await copy.getByRole('button', { name: '复制', exact: true }).click()
  await expect(runner.getByText(/不在阶段“高校研修”的 2027-04-01 至 2027-04-10 之内/)).toBeVisible()

  await runner.getByRole('link', { name: '导入课表' }).click()
  await runner
    .getByRole('textbox')
    .first()
    .fill(
      [
        ['日期', '开始', '结束', '课程', '授课人', '地点'],
        ['2027-04-03', '9:00', '11:30', '家校沟通', '李四', '301'],
        ['4月4日', '9:00', '11:30', '心理辅导', '李四', '301'],
        ['2027-04-02', '10:00', '12:00', '案例研讨', '张三', '302'],
      ]
        .map((cells) => cells.join('\t'))
        .join('\n'),
    )
  await runner.getByRole('button', { name: '下一步' }).click()
  await runner.getByRole('button', { name: '确认导入' }).click()
  await expect(runner.getByText('应为日期，如 2026-03-01').first()).toBeVisible()
  await picture(runner, 'import-result')
  await runner.goto(`/cohorts/${cohort}?tab=timetable`)
  await expect(runner.getByText('家校沟通')).toBeVisible()
  await runner.getByRole('button', { name: '检查冲突' }).click()
  await expect(runner.getByText(/与本班“班会设计”.*时间重叠/)).toBeVisible()
  await accessible(runner)
  await picture(runner, 'timetable-1280')
  await runner.setViewportSize({ width: 360, height: 740 })
  await noSideways(runner)
  await picture(runner, 'timetable-360')
  await runner.setViewportSize({ width: 1280, height: 800 })
})

test('a list of quotas is pasted, and the timetable is published by keyboard alone', async ({ browser }) => {
  await runner.getByRole('tab', { name: '各校名额' }).click()
  await runner.getByRole('link', { name: '填写各校名额' }).click()
  await runner.getByRole('textbox').first().fill('学校\t名额\n纬五路第一小学\t2\n没有的学校\t1')
  await runner.getByRole('button', { name: '下一步' }).click()
  await runner.getByRole('button', { name: '确认导入' }).click()
  await expect(runner.getByText('本教育局没有这条记录').first()).toBeVisible()

  await runner.goto(`/cohorts/${cohort}`)
  await expect(runner.getByRole('img', { name: '课程安排图' })).toBeVisible()
  await accessible(runner)
  await picture(runner, 'overview-1280')
  await tabTo(runner, runner.getByRole('button', { name: '公布课表并开始推荐' }))
  await runner.keyboard.press('Enter')
  const dialog = runner.getByRole('dialog', { name: '公布课表并开始推荐' })
  await tabTo(runner, dialog.getByRole('button', { name: '公布课表并开始推荐' }))
  await runner.keyboard.press('Enter')
  await expect(runner.getByText('推荐中', { exact: true })).toBeVisible()

  const registrar = await at.arrive(browser, 'registrar', at.village.id)
  await registrar.goto('/tasks')
  await registrar.getByRole('listitem').filter({ hasText: '请推荐学员' }).getByRole('link').first().click()
  await expect(registrar.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await registrar.goto('/cohorts?state=nominating')
  await expect(registrar.getByRole('link', { name: TITLE })).toBeVisible()
  await accessible(registrar)
  await picture(registrar, 'list-1280')
})

test('a teacher finds sessions, announcements and the calendar on a phone', async ({ browser }) => {
  const [teacher] = await rowsOf(at.district.tenant, 'SELECT id, name, school_id, school_name FROM teachers LIMIT 1')
  await insertRows(at.district.tenant, 'enrolments', [
    {
      ...{ id: freshId('enr'), cohort_id: cohort, teacher_id: teacher?.['id'], name: teacher?.['name'] },
      ...{
        school_id: teacher?.['school_id'],
        school_name: teacher?.['school_name'],
        subject: '语文',
        phase: 'primary',
      },
      ...{
        state: 'enrolled',
        preference: 0,
        findings: [],
        version: 1,
        created_at: '2027-01-01',
        updated_at: '2027-01-01',
      },
    },
  ])
  await runner.getByRole('tab', { name: '动态' }).click()
  await runner.getByRole('button', { name: '发通知' }).click()
  const announce = runner.getByRole('dialog', { name: '发通知' })
  await box(announce, '标题').fill('报到须知')
  await announce.getByLabel('内容').fill('请于 8:30 到一楼大厅报到。')
  await announce.getByRole('button', { name: '发布', exact: true }).click()
  await expect(runner.getByText('发给 1 人，已读 0 人').first()).toBeVisible()
  await runner.getByRole('button', { name: '上传照片' }).click()
  const photos = runner.getByRole('dialog', { name: '上传照片' })
  await photos.getByLabel('照片说明').fill('开班合影')
  await photos.locator('input[type=file]').setInputFiles({ name: '合影.png', mimeType: 'image/png', buffer: PNG })
  await photos.getByRole('button', { name: '发布', exact: true }).click()
  await expect(runner.getByRole('img', { name: '开班合影' })).toBeVisible()
  await accessible(runner)
  await picture(runner, 'news-1280')

  const phone = await at.arrive(browser, 'teacher', String(teacher?.['id']), { viewport: { width: 360, height: 740 } })
  await phone.goto('/my-training')
  await expect(phone.getByText('请于 8:30 到一楼大厅报到。')).toBeVisible()
  await expect(phone.getByText('家校沟通')).toBeVisible()
  await noSideways(phone)
  await accessible(phone)
  await picture(phone, 'my-training-360')
  await phone.getByRole('button', { name: '知道了' }).click()
  await expect(phone.getByRole('button', { name: '知道了' })).toBeHidden()
  await phone.getByRole('button', { name: '订阅到手机日历' }).click()
  const address = phone.getByLabel('订阅地址')
  await expect(address).toHaveValue(/\/calendars\/[\w-]{43}\.ics$/)
  await accessible(phone)
  await picture(phone, 'calendar-360')
  const feed = await (await fetch(await address.inputValue())).text()
  expect(feed).toContain('SUMMARY:家校沟通')
  expect(feed).toContain('DTSTART;TZID=Asia/Shanghai:20270403T090000')

  // a session that is cancelled is cancelled in the phone's calendar too
  await runner.getByRole('tab', { name: '课表' }).click()
  const lesson = runner.getByRole('listitem').filter({ hasText: '家校沟通' })
  await lesson.getByRole('button', { name: '取消课程' }).click()
  const cancel = runner.getByRole('dialog', { name: '取消课程' })
  await cancel.getByRole('textbox').fill('授课人请假')
  await cancel.getByRole('button', { name: '取消课程' }).click()
  await expect(lesson.getByText('已取消')).toBeVisible()
  expect(await (await fetch(await address.inputValue())).text()).toContain('STATUS:CANCELLED')
  await phone.reload()
  await expect(phone.getByText('授课人请假')).toBeVisible()
})

test('the office renews the accreditation of a provider, ends it early and mends an expert', async ({ browser }) => {
  const provider = { ...sample.provider('郑州师范学院') }
  await insertRows(at.district.tenant, 'providers', [provider])
  const expert = sample.expert('王专家')
  await insertRows(at.district.tenant, 'experts', [expert])
  const office = await at.arrive(browser, 'office', undefined, { viewport: { width: 1280, height: 800 } })
  await office.goto('/providers')
  await office.getByRole('link', { name: '郑州师范学院' }).click()
  await expect(office.getByRole('img', { name: /区县级 2000-01-01/ })).toBeVisible()
  await office.getByRole('button', { name: '提前终止' }).click()
  const end = office.getByRole('dialog', { name: '提前终止' })
  await end.getByLabel('终止日期').fill('2026-12-31')
  await end.getByLabel(/理由/).fill('场地整改')
  await end.getByRole('button', { name: '提前终止' }).click()
  await expect(office.getByText('2026-12-31 提前终止：场地整改')).toBeVisible()
  await office.getByRole('button', { name: '续期或增加资质' }).click()
  const renew = office.getByRole('dialog', { name: '续期或增加资质' })
  await renew.getByRole('checkbox', { name: '市级' }).check()
  await renew.getByLabel('开始日期').fill('2026-12-31')
  await renew.getByLabel('结束日期').fill('2029-12-31')
  await renew.getByLabel(/批准文号/).fill('郑教师〔2027〕1号')
  await renew.getByRole('button', { name: '保存' }).click()
  await expect(renew.getByText(/与已有的一期重叠/)).toBeVisible()
  await renew.getByLabel('开始日期').fill('2027-01-01')
  await renew.getByRole('button', { name: '保存' }).click()
  await expect(office.getByText('郑教师〔2027〕1号')).toBeVisible()
  await accessible(office)
  await picture(office, 'provider-1280')
  await office.setViewportSize({ width: 360, height: 740 })
  await noSideways(office)
  await picture(office, 'provider-360')
  await office.goto('/experts')
  await office.getByRole('link', { name: '王专家' }).click()
  await office.getByRole('link', { name: '修改专家' }).click()
  await box(office, '学科').fill('数学、物理')
  await office.getByRole('button', { name: '保存' }).click()
  await expect(office.getByText('数学、物理')).toBeVisible()
})
