import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type NominationHouse, raiseNominationHouse } from './nomination-house.ts'
import { decide, tabTo, take } from './person.ts'

let at: NominationHouse
let first: string
let second: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  at = await raiseNominationHouse()
  first = await at.cohort('班主任基本功提升班', ['2026-12-01', '2026-12-02'])
  second = await at.cohort('小学语文阅读教学研修班', ['2026-12-02', '2026-12-03'])
})
test.afterAll(() => at.house.stop())

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

async function home(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

/** A picture to look at, when asked for. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SHIXUN_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/nominations-${name}.png`, fullPage: true })
}

test('the registrar of a school chooses on a phone, sees who may not come and why, and nominates', async ({
  browser,
}) => {
  const page = await at.arrive(browser, 'registrar', at.school.id, { viewport: { width: 360, height: 740 } })
  await page.goto(`/cohorts/${first}`)
  await page.getByRole('link', { name: '推荐学员' }).click()
  await expect(page.getByText('本校名额')).toBeVisible()
  await expect(page.getByText('要求学科：语文；本人：数学')).toBeVisible()
  await accessible(page)
  await picture(page, 'choose-360')
  await page.getByRole('checkbox', { name: /王小明/ }).check()
  await page.getByRole('checkbox', { name: /刘秀英/ }).check()
  await page.getByRole('button', { name: '粘贴名单' }).click()
  const paste = page.getByRole('dialog', { name: '粘贴名单' })
  await paste.getByRole('textbox').fill('李敏\n李敏 002X\n查无此人')
  await paste.getByRole('button', { name: '识别' }).click()
  await expect(paste.getByText('第 1 行 李敏：该校有同名教师，请填写证件号码')).toBeVisible()
  await expect(paste.getByText('第 3 行 查无此人：没有这个名字的在册教师')).toBeVisible()
  await paste.getByRole('button', { name: '取消' }).click()
  await expect(page.getByText('已选 3 人')).toBeVisible()
  await page.getByRole('button', { name: '检查所选 3 人' }).click()
  await expect(page.getByText('可以推荐')).toHaveCount(3)
  await accessible(page)
  await picture(page, 'check-360')
  await page.getByRole('button', { name: '推荐 3 人' }).click()
  await expect(page.getByRole('heading', { name: '已推荐 3 人' })).toBeVisible()
  await page.getByRole('link', { name: '查看学员名单' }).click()
  await expect(page.getByText('已推荐', { exact: true }).first()).toBeVisible()
  await picture(page, 'school-roster-360')
})

test('a school over its quota is told so for each, and a village school comes first', async ({ browser }) => {
  const page = await at.arrive(browser, 'school_admin', at.school.id, { viewport: { width: 1280, height: 800 } })
  await page.goto(`/cohorts/${first}/nominate`)
  await page.getByRole('checkbox', { name: /张建国/ }).check()
  await page.getByRole('button', { name: '检查所选 1 人' }).click()
  await expect(page.getByText('纬五路第一小学的推荐名额（3 个）已用完')).toBeVisible()
  await page.getByRole('button', { name: '去掉不能推荐的 1 人' }).click()
  await expect(page.getByText('已选 0 人')).toBeVisible()
  const village = await at.arrive(browser, 'registrar', at.village.id)
  await village.goto(`/cohorts/${first}/nominate`)
  // without a mouse
  await tabTo(village, village.getByRole('checkbox', { name: /赵晓红/ }))
  await village.keyboard.press('Space')
  await tabTo(village, village.getByRole('button', { name: '检查所选 1 人' }))
  await village.keyboard.press('Enter')
  await expect(village.getByText('可以推荐')).toBeVisible()
  await expect(village.getByText('乡村学校 +2')).toBeVisible()
  await tabTo(village, village.getByRole('button', { name: '推荐 1 人' }))
  await village.keyboard.press('Enter')
  await expect(village.getByRole('heading', { name: '已推荐 1 人' })).toBeVisible()
})

test('whoever runs the cohort finds it in the inbox, fills the places, and the rest waits', async ({ browser }) => {
  const page = await at.arrive(browser, 'school_admin', at.runner.id, { viewport: { width: 1280, height: 900 } })
  await home(page)
  await take(page, '有教师推荐，待录取')
  await page.getByRole('tab', { name: '学员名单' }).click()
  await expect(page.getByRole('row', { name: /赵晓红/ })).toBeVisible()
  await accessible(page)
  await picture(page, 'roster-1280')
  await page.getByRole('button', { name: '按顺序录满' }).click()
  const dialog = page.getByRole('dialog', { name: '按顺序录满' })
  await expect(dialog.getByText('将录取 3 人，列入候补 1 人，0 人不变。')).toBeVisible()
  await dialog.getByRole('button', { name: '按顺序录满' }).click()
  await page.getByRole('dialog', { name: '录取结果' }).getByRole('button', { name: '知道了' }).click()
  await expect(page.getByRole('row', { name: /赵晓红.*已录取/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /候补/ })).toHaveCount(1)
  await page.getByRole('tab', { name: '候补' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('somebody withdraws, the first of the waiting list moves up, and the school is told', async ({ browser }) => {
  const page = await at.arrive(browser, 'school_admin', at.village.id)
  await page.goto(`/cohorts/${first}?tab=roster`)
  await page.getByRole('button', { name: '退出' }).click()
  const dialog = page.getByRole('dialog', { name: '退出' })
  await dialog.getByRole('textbox').fill('家中有事')
  await dialog.getByRole('button', { name: '退出' }).click()
  await expect(page.getByText('已退出').first()).toBeVisible()
  const school = await at.arrive(browser, 'registrar', at.school.id)
  await home(school)
  await take(school, '候补教师已递补录取')
  await school.getByRole('tab', { name: '学员名单' }).click()
  await expect(school.getByRole('row', { name: /已录取/ })).toHaveCount(3)
})

test('a clash of sessions asks the school for its reason and the runner for a waiver, which the report lists', async ({
  browser,
}) => {
  const school = await at.arrive(browser, 'school_admin', at.school.id, { viewport: { width: 1280, height: 800 } })
  await school.goto(`/cohorts/${second}/nominate`)
  await school.getByRole('checkbox', { name: /王小明/ }).check()
  await school.getByRole('button', { name: '检查所选 1 人' }).click()
  await expect(school.getByText('1 次课时间重叠，共 120 分钟，最早一次 2026-12-02 09:00—11:00')).toBeVisible()
  await school.getByRole('button', { name: '推荐 1 人' }).click()
  await expect(school.getByText('请填写说明')).toBeVisible()
  await accessible(school)
  await picture(school, 'plea-1280')
  await school.getByRole('textbox', { name: /^学校申请放行的理由/ }).fill('第二天上午由同组教师代听')
  await school.getByRole('button', { name: '推荐 1 人' }).click()
  await expect(school.getByRole('heading', { name: '已推荐 1 人' })).toBeVisible()

  const runner = await at.arrive(browser, 'school_admin', at.runner.id, { viewport: { width: 1280, height: 800 } })
  await runner.goto(`/cohorts/${second}?tab=roster`)
  await expect(runner.getByRole('row', { name: /王小明.*须放行/ })).toBeVisible()
  await runner.getByRole('button', { name: '王小明' }).click()
  const drawer = runner.getByRole('dialog', { name: '学员详情' })
  await expect(drawer.getByText('第二天上午由同组教师代听').first()).toBeVisible()
  await drawer.getByRole('button', { name: '放行' }).click()
  const dialog = runner.getByRole('dialog', { name: '放行' })
  await dialog.getByRole('button', { name: '放行' }).click()
  await dialog.getByRole('textbox').fill('两班内容互补，同意')
  await dialog.getByRole('button', { name: '放行' }).click()
  await expect(drawer.getByText(/放行：两班内容互补，同意/).first()).toBeVisible()
  await picture(runner, 'drawer-1280')
  await drawer.getByRole('button', { name: '知道了' }).click()
  await runner
    .getByRole('row', { name: /王小明/ })
    .getByRole('button', { name: '录取', exact: true })
    .click()
  await runner
    .getByRole('dialog', { name: '录取', exact: true })
    .getByRole('button', { name: '录取', exact: true })
    .click()
  await expect(runner.getByRole('row', { name: /王小明.*已录取/ })).toBeVisible()

  const office = await at.arrive(browser, 'office', undefined, { viewport: { width: 1280, height: 900 } })
  await office.goto('/training-repeats?term=2026-autumn')
  await expect(office.getByRole('row', { name: /王小明.*已放行.*两班内容互补，同意/ })).toBeVisible()
  await expect(office.getByRole('img', { name: '按规则' })).toBeVisible()
  await accessible(office)
  await picture(office, 'report-1280')
  await office.setViewportSize({ width: 360, height: 740 })
  await picture(office, 'report-360')
})

test('the bureau sets what each rule does, and nonsense is told where it stands', async ({ browser }) => {
  const page = await at.arrive(browser, 'office', undefined, { viewport: { width: 1280, height: 900 } })
  await page.goto('/settings/training-repeats')
  await page.getByRole('group', { name: '同一项目系列' }).getByRole('radio', { name: '拦截' }).check()
  await page.getByRole('textbox', { name: '模块和学科相同时' }).fill('90')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('不能高于一般的相似度标准 70')).toBeVisible()
  await accessible(page)
  await page.getByRole('textbox', { name: '模块和学科相同时' }).fill('50')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('设置已保存')).toBeVisible()
  await picture(page, 'settings-1280')
  await page.goto('/settings/waiting-list')
  await page.getByRole('radio', { name: '先通知学校，确认后录取' }).check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('设置已保存')).toBeVisible()
})

test('the place that becomes free is offered, and the school says yes', async ({ browser }) => {
  const school = await at.arrive(browser, 'school_admin', at.school.id)
  await school.goto(`/cohorts/${first}?tab=roster`)
  const cohort = await at.cohort('心理健康教育班', ['2026-12-20'], { places: 1 })
  await school.goto(`/cohorts/${cohort}/nominate`)
  await school.getByRole('checkbox', { name: /张建国/ }).check()
  await school.getByRole('checkbox', { name: /杨静/ }).check()
  await school.getByRole('button', { name: '检查所选 2 人' }).click()
  await school.getByRole('button', { name: '推荐 2 人' }).click()
  await expect(school.getByRole('heading', { name: '已推荐 2 人' })).toBeVisible()
  const runner = await at.arrive(browser, 'school_admin', at.runner.id)
  await runner.goto(`/cohorts/${cohort}?tab=roster`)
  await runner.getByRole('button', { name: '按顺序录满' }).click()
  await runner.getByRole('dialog').getByRole('button', { name: '按顺序录满' }).click()
  await runner.getByRole('dialog', { name: '录取结果' }).getByRole('button', { name: '知道了' }).click()
  await school.goto(`/cohorts/${cohort}?tab=roster`)
  const enrolled = school.getByRole('row', { name: /已录取/ })
  await enrolled.getByRole('button', { name: '退出' }).click()
  const dialog = school.getByRole('dialog', { name: '退出' })
  await dialog.getByRole('textbox').fill('病假')
  await dialog.getByRole('button', { name: '退出' }).click()
  await home(school)
  await take(school, '候补递补，待确认')
  await accessible(school)
  await decide(school, '确认参加')
  await expect(school.getByText('已录取').first()).toBeVisible()
})
