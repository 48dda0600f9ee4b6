import { type Browser, expect, type Page, test } from '@playwright/test'
import { startClock } from '../../scripts/demo/stage.ts'
import { insertRows, type OwnHouse, raiseOwnHouse } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'

const NOTICE_2027 = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共8天。2月13日（周六）上班。
三、清明节：4月5日（周一）放假1天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。
五、端午节：6月9日（周三）放假1天。
六、国庆节、中秋节：10月1日（周五）至7日（周四）放假调休，共7天。`
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF')

let house: OwnHouse
let token: string
let office: Page
let call: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  house = await raiseOwnHouse({ demonstration: '{"accounts":[]}' })
  await startClock(house.constellation, '2026-04-30T04:00:00.000Z')
  const district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const rubric = sample.rubric('review', 'published')
  const row = sample.call(rubric.id, {
    title: '2026 年培训项目',
    review: { blindness: 'none', method: 'mean', expertsPerItem: 2, quota: 1 },
  })
  const school = sample.school('育才小学', 1)
  const unit = { id: school.id, kind: 'school', name: '育才小学' } as const
  call = row.id
  await insertRows(district.tenant, 'rubrics', [rubric])
  await insertRows(district.tenant, 'schools', [school])
  await insertRows(district.tenant, 'calls', [row])
  const titles = ['班主任德育能力提升', '数学骨干教师校本研修']
  const ranked = titles.map((title, n) =>
    sample.application(row.id, unit, 'ranked', { title, rank: n + 1, score: 9000 }),
  )
  await insertRows(district.tenant, 'applications', ranked)
  token = (await house.session({ role: 'office', district })).token
  office = await arrive(browser)
})
test.afterAll(() => house.stop())

async function arrive(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.url })
  await context.addCookies([{ name: 'sid', value: token, url: house.url }])
  return context.newPage()
}
const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()
const publish = async () => {
  await office.getByRole('button', { name: '发布公示' }).click()
  await office.getByRole('dialog').getByRole('button', { name: '发布公示' }).click()
  await expect(office).toHaveURL(/\/publicity\/not_/)
}

let notice: string
let receiptPage: string

test('the office sees every day of the term before it publishes', async () => {
  await office.goto(`/publicity/new?call=${call}`)
  await expect(office.getByRole('checkbox', { name: '选择 班主任德育能力提升' })).toBeChecked()
  await office.getByRole('checkbox', { name: '选择 数学骨干教师校本研修' }).check()
  await next(office)
  await office.getByText('逐项结果').first().click()
  await office.getByRole('combobox', { name: '“数学骨干教师校本研修”的结果' }).fill('拟推荐')
  await next(office)
  await expect(office.getByText('公示至 2026-05-11（周一）')).toBeVisible()
  await expect(office.getByRole('cell', { name: '2026-05-09 周六 调休上班 第 4 天' })).toContainText('班')
  await expect(office.getByRole('cell', { name: '2026-05-05 周二 放假' })).toContainText('假')
  await next(office)
  await publish()
  await expect(office.getByRole('row', { name: /数学骨干教师校本研修/ })).toContainText('拟推荐')
  notice = (await office.getByRole('link', { name: '公开页面' }).getAttribute('href')) ?? ''
})

test('somebody without a script objects with evidence and keeps a receipt', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: house.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/notices/jinshui')
  await page.getByRole('link', { name: /2026 年培训项目/ }).click()
  await expect(page).toHaveURL(house.url + notice)
  await page.getByRole('link', { name: '提出异议' }).click()
  await page.getByRole('textbox', { name: '姓名' }).fill('郑重')
  await page.getByRole('textbox', { name: /^事实和依据/ }).fill('培训人数与教师总数不符。')
  await page.getByRole('button', { name: '提交异议' }).click()
  await expect(page.getByRole('alert')).toContainText('联系方式：必填')
  await expect(page.getByRole('textbox', { name: /^事实和依据/ })).toHaveValue('培训人数与教师总数不符。')
  await page.getByRole('textbox', { name: '联系方式' }).fill('13900000000')
  await page.getByLabel('证据材料').setInputFiles({ name: '名单比对.pdf', mimeType: 'application/pdf', buffer: PDF })
  await page.getByRole('button', { name: '提交异议' }).click()
  await expect(page.getByRole('heading', { name: '异议办理情况' })).toBeVisible()
  await expect(page.getByText('2026-05-03')).toBeVisible()
  receiptPage = page.url()
  const receipt = receiptPage.split('/').at(-1) ?? ''
  await page.goto('/notices/jinshui')
  await page.getByRole('textbox', { name: '凭回执号查询异议的答复' }).fill(receipt.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page).toHaveURL(receiptPage)
  await expect(page.getByText('郑重')).toHaveCount(0)
  await context.close()
})

test('the office reads the evidence, upholds, and publishes anew what is left', async ({ browser }) => {
  await office.reload()
  const loading = office.waitForEvent('download')
  await office.getByRole('link', { name: '名单比对.pdf' }).click()
  expect((await loading).suggestedFilename()).toBe('名单比对.pdf')
  await office.getByRole('button', { name: '异议成立' }).click()
  await office.getByRole('dialog').getByRole('textbox').fill('经核实，人数填报有误。')
  await office.getByRole('dialog').getByRole('button', { name: '异议成立' }).click()
  await office.getByRole('link', { name: '重新公示' }).click()
  await expect(office.getByText('替代已撤销的')).toBeVisible()
  await office.getByRole('checkbox', { name: '选择 班主任德育能力提升' }).uncheck()
  for (let step = 0; step < 3; step++) await next(office)
  await publish()
  await expect(office.getByRole('row', { name: /数学骨干教师校本研修/ })).toContainText('拟推荐')
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await visitor.goto(receiptPage)
  await expect(visitor.getByText('经核实，人数填报有误。')).toBeVisible()
  await visitor.getByRole('link', { name: '查看重新公示' }).click()
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText('重新公示')
  await visitor.goto(house.url + notice)
  await expect(visitor.getByText('本公示已撤销，名单不再有效')).toBeVisible()
  await visitor.context().close()
})

test('a year that is missing is brought in from the notice, doubts and all, and nothing typed is lost', async () => {
  await office.goto(`/publicity/new?call=${call}`)
  await office.getByRole('checkbox', { name: '选择 班主任德育能力提升' }).check()
  await next(office)
  await office.getByRole('textbox', { name: '公示标题' }).fill('年底的公示')
  await next(office)
  await office.getByLabel('公示开始日').fill('2026-12-28')
  await expect(office.getByText('缺少 2027 年的工作日历')).toBeVisible()
  await expect(office.getByRole('button', { name: '下一步' })).toBeDisabled()
  await office.getByRole('link', { name: '去录入工作日历' }).click()
  await office.getByRole('textbox', { name: '节假日安排通知' }).fill(NOTICE_2027)
  await office.getByRole('button', { name: '识别' }).click()
  await expect(office.getByText('文中写共8天，按起止日期是7天')).toBeVisible()
  const save = office.getByRole('button', { name: '保存 2027 年安排' })
  await expect(save).toBeDisabled()
  await office.getByRole('button', { name: '2027-02-12 工作日' }).press('Enter')
  await expect(office.getByRole('button', { name: '2027-02-12 放假' })).toBeFocused()
  await office.getByRole('checkbox', { name: '以上各处已对照原文核对' }).check()
  await save.click()
  await expect(office.getByRole('row', { name: /2027 年/ })).toContainText('本局录入')
  await office.goto(`/publicity/new?call=${call}`)
  await expect(office.getByText('上次没有发布的内容')).toBeVisible()
  await next(office)
  await expect(office.getByRole('textbox', { name: '公示标题' })).toHaveValue('年底的公示')
  await next(office)
  await expect(office.getByText('公示至 2027-01-05（周二）')).toBeVisible()
})
