import { expect, type Page, test } from '@playwright/test'
import { COUNTIES, DEMO_PASSWORD } from '../../scripts/demo/accounts.ts'
import { draftsOfPlan, planPdf } from '../../scripts/demo/rows.ts'
import { signIn as apiSignIn } from '../../scripts/local/api-client.ts'
import { activate, makeAccount, moreAccounts, signUp } from './bureau-staff.ts'
import { fillApplication } from './fill-application.ts'
import { formPanel } from './form-panel.ts'
import { approveNominations, foundCity, foundGongyi, reviewNominations } from './neighbours.ts'
import { arrive, box, comeIn, crashes, decide, follow, look, menu, objectTo, take, until } from './person.ts'
import { reportFigures } from './report-figures.ts'
import { score, scoreByKeyboard } from './score-sheet.ts'

const CALL = '2026 年教师培训项目申报'
const PROJECT = '小学班主任培训'
const SCHOOL = '金水区纬五路第一小学'
const draft = draftsOfPlan(2026).find(({ title }) => title === PROJECT) ?? { title: PROJECT, values: { team: [] } }
const [{ name: leader } = { name: '—' }] = draft.values['team'] as { name: string }[]
const base = '/api/districts/jinshui'

let admin: Page
let office: Page
let school: Page
let url: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(({ baseURL }) => {
  url = baseURL ?? ''
})
test.afterEach(() => expect(crashes).toEqual([]))

test('the bureau of 金水区 signs up and its admin brings in schools and people', async ({ browser }) => {
  admin = await arrive(browser)
  await signUp(admin)
  await menu(admin, '基础信息', '学校')
  for (const [code, name] of [
    ['2141000101', SCHOOL],
    ['2141000102', '金水区文化路第二小学'],
  ] as const) {
    await admin.getByRole('button', { name: '新建学校' }).click()
    await box(admin, '学校代码').fill(code)
    await box(admin, '学校名称').fill(name)
    await admin.getByRole('button', { name: '保存' }).click()
    await expect(admin.getByRole('row', { name })).toBeVisible()
  }
  const officeCode = await makeAccount(admin, '李建国', 'jinshui.office', '师训科')
  office = await activate(browser, officeCode, 'jinshui.office')
  const schoolCode = await makeAccount(admin, '张晓燕', 'jinshui.school1', '学校管理员', SCHOOL)
  school = await activate(browser, schoolCode, 'jinshui.school1')
  await expect(school.getByText(`金水区教育局 · ${SCHOOL}`)).toBeVisible()
})

test('the office publishes rubrics from samples and opens a call from the sample form', async () => {
  for (const [purpose, sample] of [
    [/^申报评审/, '培训项目申报评审指标（四维度）'],
    [/^结项评估/, '培训项目结项评价指标'],
  ] as const) {
    await menu(office, '评审与评估', '指标体系')
    await follow(office, '编制指标体系')
    await office.getByRole('radio', { name: purpose }).check()
    await office.getByRole('radio', { name: sample }).check()
    await office.getByRole('button', { name: '开始编制' }).click()
    await expect(office.getByText('已分配 100.00 / 100.00 分')).toBeVisible()
    await office.getByRole('button', { name: '编好了，去发布' }).click()
    await expect(office.getByRole('heading', { name: '各版本' })).toBeVisible()
    await decide(office, '发布')
  }
  await menu(office, '申报与公示', '申报批次')
  await follow(office, '编制申报批次')
  await box(office, '批次名称').fill(CALL)
  const next = office.getByRole('button', { name: '下一步' })
  await next.click()
  await office.getByRole('radio', { name: '教师培训项目申报表' }).check()
  await next.click()
  await expect(office.getByRole('checkbox', { name: '承训单位须有本级别的有效资质' })).toBeChecked()
  await next.click()
  await office.getByRole('combobox', { name: '评审指标体系' }).selectOption('培训项目申报评审指标（四维度）（第 1 版）')
  await office.getByRole('radio', { name: '双盲' }).check()
  await box(office, '拟立项数').fill('3')
  await next.click()
  for (const [label, day] of [
    ['申报开始', '2026-03-01'],
    ['申报截止', '2026-03-20'],
  ] as const)
    await office.getByRole('group', { name: label }).getByLabel('日期').fill(day)
  await next.click()
  await next.click()
  await office.getByRole('button', { name: '保存草稿' }).click()
  await decide(office, '发布')
  await expect(office.getByRole('main').getByText('申报中', { exact: true })).toBeVisible()
})

test('a school declares 班主任培训, is sent back once with a reason, corrects and hands in again', async () => {
  await menu(school, '申报与公示', '申报批次')
  await follow(school, '新建申报')
  await box(school, '项目名称').fill(PROJECT)
  await school.getByRole('button', { name: '开始填写' }).click()
  await school.getByRole('button', { name: '预览并提交' }).click()
  await school.getByRole('button', { name: '提交', exact: true }).click()
  await expect(school.getByText(/有 \d+ 处需要修改/)).toBeVisible()
  await fillApplication(school, draft)
  await expect(school.getByText(/已保存 \d\d:\d\d/)).toBeVisible()
  const next = school.getByRole('button', { name: '下一步' })
  await next.click()
  const file = { name: '实施方案.pdf', mimeType: 'application/pdf', buffer: Buffer.from(planPdf(PROJECT)) }
  await school.getByLabel('选择文件').setInputFiles(file)
  const stored = school.getByRole('listitem').filter({ hasText: '实施方案.pdf' })
  await expect(stored.getByRole('link', { name: '下载' })).toBeVisible()
  await next.click()
  await expect(school.getByText('项目负责人')).toBeVisible()
  await school.getByRole('button', { name: '提交', exact: true }).click()
  await expect(school.getByRole('heading', { name: '申报已提交' })).toBeVisible()

  await take(office, '申报书待形式审查')
  await decide(office, '退回修改', '请补充需求调研的样本数。')

  await take(school, '申报书退回，待修改')
  await expect(school.getByText('请补充需求调研的样本数。').first()).toBeVisible()
  await follow(school, '修改并重新提交')
  await box(school, '需求调研与培训背景').press('End')
  await box(school, '需求调研与培训背景').pressSequentially('共回收教师问卷 326 份，访谈 18 人。')
  await expect(school.getByText(/已保存 \d\d:\d\d/)).toBeVisible()
  await school.getByRole('button', { name: '预览并提交' }).click()
  await expect(school.getByText('共回收教师问卷 326 份')).toBeVisible()
  await school.getByRole('button', { name: '重新提交' }).click()
  await expect(school.getByText('2 次')).toBeVisible()

  await take(office, '申报书待形式审查')
  await decide(office, '通过形式审查')
  await expect(office.getByText('SB2026-0001')).toBeVisible()
})

test('four experts come in; the one of the school is recused by the system', async ({ browser }) => {
  for (const [name, own] of [
    ['赵志强', undefined],
    ['孙丽娟', SCHOOL],
  ] as const) {
    await menu(office, '基础信息', '评审专家库')
    await follow(office, '专家入库')
    await box(office, '姓名').fill(name)
    if (own) await look(office, '任职学校', own)
    await box(office, '学科').fill('语文、班主任')
    await office.getByRole('checkbox', { name: '小学' }).check()
    await office.getByRole('button', { name: '保存' }).click()
    await expect(office.getByRole('row', { name })).toBeVisible()
  }
  const asOffice = await apiSignIn(url, 'jinshui.office', DEMO_PASSWORD)
  const expert = { schoolId: null, subjects: ['班主任'], phases: ['primary'], pastSchools: [], ties: [] }
  const made: { id: string; name: string }[] = []
  for (const name of ['周文静', '吴海涛']) made.push(await asOffice.must(`${base}/experts`, { name, ...expert }))
  await moreAccounts(
    url,
    made.map(({ id, name }, n) => ({ username: `jinshui.expert${n + 2}`, name, role: 'expert', unit: id })),
  )
  const code = await makeAccount(admin, '赵志强', 'jinshui.expert1', '评审专家', '赵志强')
  await (await activate(browser, code, 'jinshui.expert1')).context().close()

  await menu(office, '申报与公示', '申报批次')
  await follow(office, CALL)
  await decide(office, '截止')
  await formPanel(office, CALL, ['赵志强', '孙丽娟', '周文静', '吴海涛'])
  await expect(office.getByRole('row', { name: '孙丽娟' }).first()).toContainText('现任职于申报单位')
})

test('three experts declare and score it blind, one of them by keyboard alone; the result is explained', async ({
  browser,
}) => {
  for (const [n, username] of ['jinshui.expert1', 'jinshui.expert2'].entries()) {
    const expert = await comeIn(browser, username)
    await score(expert, n * 0.5 + 0.5, [SCHOOL, leader])
    await expert.context().close()
  }
  const keyboard = await arrive(browser)
  await scoreByKeyboard(keyboard, 'jinshui.expert3', 1)
  await keyboard.context().close()

  await office.reload()
  await expect(office.getByText('已交 3 份，共 3 份').first()).toBeVisible()
  await decide(office, '汇总排名')
  await expect(office.getByRole('table', { name: '排名' }).getByRole('row', { name: PROJECT })).toContainText('额度内')
  await menu(office, '评审与评估', '评估结果')
  await follow(office, '得分说明')
  await expect(office.getByText('需求与依据').first()).toBeVisible()
})

test('a notice stands five working days on a page that needs no script; approval makes the project', async ({
  browser,
}) => {
  await menu(office, '申报与公示', '申报批次')
  await follow(office, CALL)
  await follow(office, '去公示')
  await expect(office.getByRole('checkbox', { name: `选择 ${PROJECT}` })).toBeChecked()
  for (const step of ['结果与正文', '公示期', '核对发布']) {
    await office.getByRole('button', { name: '下一步' }).click()
    await expect(office.getByRole('listitem').filter({ hasText: step })).toHaveAttribute('aria-current', 'step')
  }
  await office.getByRole('button', { name: '发布公示' }).click()
  await office.getByRole('dialog').getByRole('button', { name: '发布公示' }).click()
  await expect(office).toHaveURL(/\/publicity\/not_/)
  await expect(office.getByText('2026-03-02 至 2026-03-09', { exact: true })).toBeVisible()
  const notice = office.url()
  const address = await office.getByRole('link', { name: '公开页面' }).getAttribute('href')
  const scriptless = await browser.newContext({ javaScriptEnabled: false })
  const outside = await scriptless.newPage()
  await outside.goto(address ?? '')
  await expect(outside.getByText(PROJECT)).toBeVisible()
  await expect(outside.getByText(SCHOOL)).toBeVisible()
  await scriptless.close()

  const stranger = await arrive(browser)
  await objectTo(stranger, address ?? '', '请说明培训人数的依据。')
  await stranger.context().close()
  await office.reload()
  await expect(office.getByText('有 1 条异议未答复')).toBeVisible()
  await decide(office, '异议不成立', '按各校上报的班主任名单测算。')

  const bar = office.getByRole('complementary')
  await bar.getByRole('button', { name: '+5 个工作日' }).click()
  await expect(bar.getByText('2026-03-09')).toBeVisible()
  await bar.getByRole('button', { name: '+1 天' }).click()
  await expect(bar.getByText('2026-03-10')).toBeVisible()
  await until(office, () => office.getByRole('main').getByText('公示结束'))
  expect(office.url()).toBe(notice)
  await office.getByRole('table', { name: '公示名单' }).getByRole('link', { name: PROJECT }).click()
  await decide(office, '立项')
  await expect(office.getByRole('main').getByText('已立项').first()).toBeVisible()
})

test('the project runs, is reported, completed and evaluated excellent', async () => {
  await take(school, '项目待确认任务书')
  await follow(school, '阅读并确认任务书')
  await decide(school, '确认任务书')
  await follow(school, PROJECT)
  await decide(school, '开班')
  await school.getByRole('complementary').getByLabel('拨到某一天').fill('2026-07-20')
  await expect(school.getByRole('complementary').getByText('2026-07-20')).toBeVisible()
  await school.reload()
  await reportFigures(school)
  await decide(school, '提交结项')

  await take(office, '项目待审核结项')
  await decide(office, '结项')
  await follow(office, '评估')
  await office.getByRole('combobox', { name: '指标体系' }).selectOption('培训项目结项评价指标（第 1 版）')
  for (const [leaf, points] of Object.entries({ 生成性成果: '14.5', 返岗应用: '9.5', 档案与总结: '9.5' }))
    await office.getByRole('textbox', { name: new RegExp(`^${leaf}，`) }).fill(points)
  for (const leaf of ['经验推广加分', '违规扣分'])
    await office.getByRole('textbox', { name: new RegExp(`^${leaf}，`) }).fill('0')
  await office.getByRole('radio', { name: '无', exact: true }).check()
  await office.getByRole('button', { name: '评估', exact: true }).click()
  await expect(office.getByRole('main').getByText('优秀')).toBeVisible()
})

test('it is nominated to 郑州市, whose curator lists it; 巩义市 finds it and takes it over', async ({ browser }) => {
  const city = await foundCity(url)
  await foundGongyi(url)
  await follow(office, '推荐精品项目')
  await office.getByRole('combobox', { name: '推荐到' }).selectOption({ label: '郑州市教育局' })
  await box(office, '课程模块').fill('专业能力')
  await box(office, '方案设计').fill('先调研后设计，集中研修与返岗实践结合，用匿名问卷和跟踪评估改进。')
  await office.getByRole('button', { name: '推荐精品项目' }).click()
  await expect(office.getByRole('heading', { level: 1, name: '精品推荐' })).toBeVisible()
  await until(office, () => office.getByRole('row', { name: PROJECT }).getByText('对方已接收'))
  const listed = await reviewNominations(city)
  await approveNominations(url, city.city, listed, '2026-07-28T01:00:00.000Z')

  const curator = await comeIn(browser, 'zhengzhou.curator')
  await menu(curator, '精品项目', '精品项目库')
  await follow(curator, PROJECT)
  await decide(curator, '列为后备')
  await curator.getByRole('button', { name: '列为精品' }).click()
  await curator.getByLabel('经典模式').fill('名师引领')
  await curator.getByRole('dialog').getByRole('button', { name: '列为精品' }).click()
  await expect(curator.getByText('列为精品：已完成')).toBeVisible()
  await curator.context().close()
  await until(office, () => office.getByRole('row', { name: PROJECT }).getByText('精品', { exact: true }))

  const [, gongyi] = COUNTIES
  const adopter = await comeIn(browser, `${gongyi?.slug}.school1`)
  await menu(adopter, '精品项目', '精品项目检索')
  await box(adopter, '关键词')
    .or(adopter.getByRole('searchbox', { name: '关键词' }))
    .fill('班主任')
  await adopter.keyboard.press('Enter')
  await adopter.getByRole('listitem').filter({ hasText: PROJECT }).getByRole('button', { name: '承接' }).click()
  await adopter.getByRole('dialog').getByRole('button', { name: '承接' }).click()
  await expect(adopter.getByText(/金水区教育局，收录于郑州市教育局/)).toBeVisible()
  await expect(adopter.getByRole('main').getByText('草稿').first()).toBeVisible()
  await adopter.context().close()
})

test('the month is published by itself and the province sees that it came', async ({ browser }) => {
  const officer = await comeIn(browser, 'henan.officer')
  await expect(officer.getByRole('heading', { level: 1, name: '省级监测' })).toBeVisible()
  await until(officer, () => officer.getByRole('row', { name: '金水区教育局' }).getByText('已报'))
  await officer.context().close()
})
