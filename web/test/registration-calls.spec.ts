import { type Browser, expect, type Page, test } from '@playwright/test'
import { type District, insertRows, type OwnHouse, raiseOwnHouse } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'
import { box, decide } from './person.ts'

const TITLE = '2026 年名师工作室申报'
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF')

let house: OwnHouse
let district: District
let office: Page
let schoolId: string
let call: string

/** A browser of somebody who is signed in already. */
async function comeIn(browser: Browser, role: 'office' | 'school_admin', unit?: string): Promise<Page> {
  const { token } = await house.session({ role, district, unit: unit ?? null })
  const context = await browser.newContext({ baseURL: house.url })
  await context.addCookies([{ name: 'sid', value: token, url: house.url }])
  return context.newPage()
}

const next = (page: Page) => page.getByRole('button', { name: '下一步' })
const fields = (page: Page) => page.getByRole('list', { name: '申报表' }).getByRole('listitem')

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  house = await raiseOwnHouse()
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const school = sample.school('育才小学', 1)
  schoolId = school.id
  await insertRows(district.tenant, 'rubrics', [sample.rubric('review', 'published')])
  await insertRows(district.tenant, 'schools', [school])
  await insertRows(district.tenant, 'teachers', [sample.teacher('王小明', school.id, '育才小学')])
  office = await comeIn(browser, 'office')
})
test.afterAll(() => house.stop())

test('the office makes a form of its own from a sample, by keyboard too, and sees it as a school will', async () => {
  await office.goto('/calls/new')
  await box(office, '批次名称').fill(TITLE)
  await box(office, '联系人和电话').fill('王老师 0371-60000000')
  await next(office).click()
  await office.getByRole('radio', { name: '名师工作室申报表' }).check()
  await expect(fields(office)).toHaveCount(15)
  await office.getByRole('button', { name: '添加栏目' }).click()
  const dialog = office.getByRole('dialog')
  await box(dialog, '栏目名称').fill('近三年课题')
  await dialog.getByLabel('类型').selectOption('表格')
  await expect(dialog.getByRole('button', { name: '加入申报表' })).toBeDisabled()
  await dialog.getByRole('button', { name: '添加一列' }).click()
  await box(dialog, '第 1 列名称').fill('课题名称')
  await dialog.getByRole('button', { name: '加入申报表' }).click()
  await expect(fields(office).last()).toContainText('近三年课题')

  await office.getByRole('button', { name: '上移：近三年课题' }).focus()
  await office.keyboard.press('Alt+ArrowUp')
  await expect(office.getByRole('status').filter({ hasText: '移到第 15 项，共 16 项' })).toBeAttached()
  await expect(office.getByRole('button', { name: '上移：近三年课题' })).toBeFocused()
  await office.keyboard.press('Enter')
  await expect(fields(office).nth(13)).toContainText('近三年课题')

  await office.getByRole('button', { name: /^移除\s*建设基础$/ }).click()
  await expect(fields(office)).toHaveCount(15)
  await office.getByRole('button', { name: '撤销移除' }).click()
  await expect(fields(office).nth(6)).toContainText('建设基础')
  await office.getByRole('button', { name: '预览申报表' }).click()
  await expect(dialog.getByRole('group', { name: '近三年课题' })).toBeVisible()
  await office.keyboard.press('Escape')
})

test('what was typed survives a reload, and the call opens with its conditions and its file', async () => {
  await office.reload()
  await expect(office.getByText('已恢复上次没有保存的内容')).toBeVisible()
  await expect(box(office, '批次名称')).toHaveValue(TITLE)
  await next(office).click()
  await expect(fields(office)).toHaveCount(16)
  await next(office).click()
  await expect(office.getByRole('checkbox', { name: '师德一票否决' })).toBeChecked()
  await office.getByRole('checkbox', { name: '小学' }).check()
  await next(office).click()
  await office.getByRole('combobox', { name: '评审指标体系' }).selectOption({ index: 1 })
  await next(office).click()
  for (const [label, day] of [
    ['申报开始', '2020-03-01'],
    ['申报截止', '2099-03-20'],
  ] as const)
    await office.getByRole('group', { name: label }).getByLabel('日期').fill(day)
  await next(office).click()
  await office
    .locator('input[type=file]')
    .setInputFiles({ name: '申报通知.pdf', mimeType: 'application/pdf', buffer: PDF })
  await next(office).click()
  await office.getByRole('button', { name: '保存草稿' }).click()
  await expect(office.getByRole('link', { name: '申报通知.pdf' })).toBeVisible()
  await expect(office.getByText('限小学；师德一票否决')).toBeVisible()
  await decide(office, '发布')
  call = office.url()
})

test('an amendment says why, and the school reads it with the version before', async ({ browser }) => {
  await office.getByRole('link', { name: '更正' }).click()
  await expect(office.getByRole('button', { name: '发布更正' })).toBeDisabled()
  await office.getByRole('button', { name: /^编辑\s*学科或领域$/ }).click()
  await box(office.getByRole('dialog'), '填写说明').fill('跨学科的写主要学科。')
  await office.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect(office.getByText('将更正：申报表。')).toBeVisible()
  await box(office, '理由').fill('明确学科填写口径。')
  await office.getByRole('button', { name: '发布更正' }).click()
  await expect(office.getByText('第 2 版申报表').first()).toBeVisible()

  const school = await comeIn(browser, 'school_admin', schoolId)
  await school.goto(call)
  await expect(school.getByText('更正理由：明确学科填写口径。')).toBeVisible()
  await expect(school.getByText('改动栏目：学科或领域')).toBeVisible()
  await expect(school.getByRole('link', { name: '申报通知.pdf' })).toBeVisible()
  await expect(school.getByRole('link', { name: '更正' })).toHaveCount(0)
  await school.context().close()
})

test('two of the office amend at once: what only one changed is merged, what both changed is chosen', async ({
  browser,
}) => {
  const second = await comeIn(browser, 'office')
  for (const page of [office, second]) await page.goto(`${call}/amend`)
  await box(office, '申报须知').fill('甲的须知')
  await box(office, '理由').fill('甲')
  await box(second, '申报须知').fill('乙的须知')
  await box(second, '联系人和电话').fill('李老师')
  await box(second, '理由').fill('乙')
  await office.getByRole('button', { name: '发布更正' }).click()
  await expect(office.getByText('甲的须知')).toBeVisible()
  await second.getByRole('button', { name: '发布更正' }).click()
  const dialog = second.getByRole('dialog', { name: '他人也修改了这个批次' })
  await expect(dialog.getByText('甲的须知')).toBeVisible()
  await dialog.getByRole('radio', { name: /我的内容/ }).check()
  await dialog.getByRole('button', { name: '按选择合并' }).click()
  await expect(second.getByText('乙的须知')).toBeVisible()
  await expect(second.getByText('李老师')).toBeVisible()
  await second.context().close()
})

test('a failing ethics record of somebody named keeps the draft from being made, and says whom to ask', async ({
  browser,
}) => {
  await office.goto('/ethics')
  await office.getByRole('button', { name: '登记结论' }).click()
  const dialog = office.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '考核对象' }).fill('王小')
  await dialog.getByRole('option', { name: '王小明' }).click()
  await box(dialog, '情况说明').fill('处分决定')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(office.getByRole('row', { name: '王小明' })).toContainText('不合格')

  const school = await comeIn(browser, 'school_admin', schoolId)
  const id = call.split('/').pop()
  const answer = await school.request.post('/api/districts/jinshui/applications', {
    data: { callId: id, title: '工作室', values: { leader: [{ name: '王小明' }] } },
  })
  expect(answer.status()).toBe(409)
  expect((await answer.json()).detail).toContain('王小明有尚在影响期内的师德失范结论')
  await school.context().close()
  await decide(office, '撤销结论', '误登')
  await expect(office.getByRole('row', { name: '王小明' })).toContainText('已撤销')
})

test('last year’s call becomes this year’s draft with its form and file', async () => {
  await office.goto(call)
  await office.getByRole('button', { name: '复制往年批次' }).click()
  const dialog = office.getByRole('dialog')
  await box(dialog, '年度').fill('2027')
  await expect(box(dialog, '批次名称')).toHaveValue('2027 年名师工作室申报')
  await dialog.getByRole('button', { name: '复制往年批次' }).click()
  await expect(office.getByRole('heading', { level: 1, name: '修改申报批次' })).toBeVisible()
  await next(office).click()
  await expect(fields(office)).toHaveCount(16)
})
