import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { decide, until } from './person.ts'
import { raiseSurveyHouse, type SurveyHouse } from './survey-house.ts'

const day = (after: number) => new Date(Date.now() + 8 * 3_600_000 + after * 86_400_000).toISOString().slice(0, 10)
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true }

let at: SurveyHouse
let survey: string
const rated = { content: 4, depth: 4, trainers: 3, methods: 4, organisation: 3, gain: 4 }

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  at = await raiseSurveyHouse(day(-100))
})
test.afterAll(() => at.house.stop())

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

/** A picture to look at, when asked for. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SHIXUN_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/surveys-${name}.png`, fullPage: true })
}

test('the runner writes a survey from the sample and hands it out', async ({ browser }) => {
  const page = await at.arrive(browser, 'school_admin', at.runner.id)
  await page.goto('/surveys')
  await page.getByRole('link', { name: '新建问卷' }).first().click()
  await page.getByRole('combobox', { name: /班次/ }).selectOption({ index: 1 })
  await page.getByRole('combobox', { name: '从这里开始' }).selectOption('样例：培训满意度问卷（学员反应）')
  await page.getByLabel('日期').fill(day(20))
  await accessible(page)
  await picture(page, 'builder-1280')
  const first = page.getByRole('group', { name: '第 1 题', exact: true })
  await first.getByRole('textbox', { name: /各级的说法/ }).fill('不同意\n同意')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '培训满意度问卷（学员反应）' })).toBeVisible()
  await page.getByRole('button', { name: '发放', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发放', exact: true }).click()
  await expect(page.getByRole('dialog').getByText('至少 3 个字符或项')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await page.getByRole('link', { name: '编辑', exact: true }).click()
  await first.getByRole('textbox', { name: /各级的说法/ }).fill('很不同意\n不太同意\n一般\n比较同意\n非常同意')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await decide(page, '发放')
  await expect(page.getByRole('img', { name: '答卷页二维码' })).toBeVisible()
  await expect(page.getByText('0%（0 / 8 份）')).toBeVisible()
  await accessible(page)
  await picture(page, 'open-1280')
  survey = page.url().split('/').pop() ?? ''
})

test('a teacher answers on a phone: the draft stays on the device, and the answer goes without the session', async ({
  browser,
}) => {
  const teacher = at.teachers[0]
  const page = await at.arrive(browser, 'teacher', teacher?.id, PHONE)
  const sent: { cookie: string | undefined; body: string }[] = []
  page.on('request', async (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/answers'))
      sent.push({ cookie: (await request.allHeaders())['cookie'], body: request.postData() ?? '' })
  })
  await page.goto('/tasks')
  await page.getByRole('link', { name: '培训满意度问卷（学员反应）' }).first().click()
  await page
    .getByRole('group', { name: /培训内容符合我的教学实际需要/ })
    .getByText('非常同意')
    .click()
  await page.getByRole('textbox', { name: /最应该改进/ }).fill('希望多一些观课')
  await page.reload()
  await expect(page.getByRole('textbox', { name: /最应该改进/ })).toHaveValue('希望多一些观课')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByText('请选择').first()).toBeVisible()
  await accessible(page)
  for (const title of [/内容有深度/, /研讨、观课、实操/, /我掌握了/])
    await page.getByRole('group', { name: title }).getByText('比较同意').click()
  for (const title of [/对授课教师/, /对组织管理/])
    await page.getByRole('group', { name: title }).getByText('比较满意').click()
  await picture(page, 'answer-360')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已提交，谢谢' })).toBeVisible()
  expect(sent.length).toBe(1)
  expect(sent[0]?.cookie).toBeUndefined()
  expect(sent[0]?.body).not.toContain(teacher?.id ?? '')
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  expect(kept).not.toContain('观课')
  await page.reload()
  await expect(page.getByRole('heading', { name: '已提交，谢谢' })).toBeVisible()
  const other = await page
    .context()
    .browser()
    ?.newContext({
      ...PHONE,
      baseURL: at.house.url,
      storageState: { cookies: await page.context().cookies(), origins: [] },
    })
  const elsewhere = await other?.newPage()
  await elsewhere?.goto(`/surveys/${survey}/answer`)
  await expect(elsewhere?.getByRole('heading', { name: '您已领过答题码' }) ?? page.locator('nothing')).toBeVisible()
})

test('results appear with the fifth answer, as charts that can be read without colour', async ({ browser }) => {
  for (const teacher of at.teachers.slice(1, 4)) await at.answer(survey, teacher.id, { ...rated, helpful: [1, 2] })
  const page = await at.arrive(browser, 'office')
  await page.goto(`/surveys/${survey}/results`)
  await expect(page.getByText('答卷不足 5 份，暂不显示结果')).toBeVisible()
  await at.answer(survey, at.teachers[4]?.id ?? '', { ...rated, content: 0, change: '张老师总迟到' })
  await until(page, () => page.getByRole('img', { name: '培训内容、师资与组织、收获' }))
  await expect(page.getByText('62.5%').or(page.getByText('63%')).first()).toBeVisible()
  await expect(page.getByText('平均 4.20（满分 5）')).toBeVisible()
  await page.locator('details.chart-data summary').first().click()
  await expect(page.getByRole('row', { name: /培训内容符合我的教学实际需要 1 0 0 0 4/ })).toBeVisible()
  await accessible(page)
  await picture(page, 'results-1280')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '存为图片' }).first().click()
  expect((await saved).suggestedFilename()).toMatch(/收获\.png$/)
  const csv = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  expect((await csv).suggestedFilename()).toBe('培训满意度问卷（学员反应）.csv')
  await page.setViewportSize({ width: 360, height: 740 })
  await accessible(page)
  await picture(page, 'results-360')
})

test('opinions are read before they are shown; what names a person is hidden with a reason', async ({ browser }) => {
  const page = await at.arrive(browser, 'office')
  await page.goto(`/surveys/${survey}/opinions`)
  const named = page.getByRole('row', { name: /张老师总迟到/ })
  await named.getByRole('button', { name: '隐去' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('点名批评个人')
  await page.getByRole('dialog').getByRole('button', { name: '隐去', exact: true }).click()
  await expect(named.getByText('已隐去')).toBeVisible()
  await page
    .getByRole('row', { name: /希望多一些观课/ })
    .getByRole('button', { name: '公开' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '公开', exact: true }).click()
  await accessible(page)
  await page.goto(`/surveys/${survey}/results`)
  await expect(page.getByText('希望多一些观课')).toBeVisible()
  await expect(page.getByText('张老师总迟到')).toBeHidden()
})

test('after months the teacher tells what came of it, the school rates five levels, the runner sees the whole', async ({
  browser,
}) => {
  const teacher = at.teachers[5]
  for (let n = 0; n < 3; n++) {
    await at.house.constellation.tick()
    await new Promise((done) => setTimeout(done, 1200))
  }
  const phone = await at.arrive(browser, 'teacher', teacher?.id, PHONE)
  await phone.goto('/follow-ups')
  await phone.getByRole('link', { name: '小学语文阅读教学研修班' }).click()
  await phone
    .getByRole('textbox', { name: /应用情况/ })
    .fill('返岗后每周一节群文阅读课，学生课外阅读量增加了一倍，附课例。')
  await expect(phone.getByText(/已保存/)).toBeVisible()
  await accessible(phone)
  await picture(phone, 'follow-up-360')
  await decide(phone, '提交')
  const school = await at.arrive(browser, 'school_admin', at.runner.id)
  await school.goto('/follow-ups?state=submitted')
  await school.getByRole('link', { name: teacher?.name ?? '' }).click()
  await school.getByRole('button', { name: '评定', exact: true }).click()
  const dialog = school.getByRole('dialog', { name: '评定' })
  for (const step of [
    '有用，愿意继续参加',
    '能示范主要做法',
    '学校给了时间和资源',
    '经常使用，有课例为证',
    '个别学生有变化',
  ])
    await dialog.getByRole('radio', { name: step }).check()
  await accessible(school)
  await dialog.getByRole('button', { name: '评定', exact: true }).click()
  await expect(school.getByText('已评定').first()).toBeVisible()
  await picture(school, 'rated-1280')
  await school.goto(`/cohorts/${at.cohort}/follow-up`)
  await expect(school.getByText('1 / 8')).toBeVisible()
  await expect(school.getByRole('img', { name: '五个层次平均级别' })).toBeVisible()
  await accessible(school)
  await picture(school, 'overview-1280')
})
