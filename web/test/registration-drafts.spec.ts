import { type Browser, expect, type Page, test } from '@playwright/test'
import type { FormField } from '../../packages/domain/src/calls/design/form.ts'
import { ooxmlFile, pdfFile } from '../../packages/testkit/src/office-files.ts'
import { type DraftHouse, raiseDraftHouse } from './draft-house.ts'

const field = (key: string, title: string, given: Partial<FormField> = {}): FormField => ({
  key,
  title,
  type: 'text',
  required: false,
  identifying: false,
  ...given,
})
const FORM = [
  field('aim', '培训目标', { type: 'longtext', required: true }),
  field('place', '培训地点'),
  field('contact', '联系电话'),
  field('plan', '实施方案', { type: 'file' }),
  field('budget', '经费预算', { type: 'budget' }),
]
const PART = 5_242_880

let at: DraftHouse

test.beforeAll(async () => {
  at = await raiseDraftHouse(FORM, '2026 年教师培训项目申报')
})
test.afterAll(() => at.house.stop())

/** The school in the editor of a draft, at a browser of its own. */
async function edit(browser: Browser, id: string): Promise<Page> {
  const page = await at.arrive(browser)
  await page.goto(`/applications/${id}/edit`)
  await expect(page.getByRole('textbox', { name: '培训目标' })).toBeVisible()
  return page
}
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /已保存/ })).toBeVisible()
async function files(page: Page, name: string, buffer: Uint8Array<ArrayBuffer>): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(buffer) })
}
const item = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

test('a form that changes while it is filled keeps what was typed and shows what is new', async ({ browser }) => {
  const id = await at.draft({ aim: '提升班主任能力', contact: '0371-1234' })
  const page = await edit(browser, id)
  const { version } = await at.office<{ version: number }>('GET', `/calls/${at.call}`)
  const form = [...FORM.filter(({ key }) => key !== 'contact'), field('term', '培训时间', { required: true })]
  await at.office('PATCH', `/calls/${at.call}`, { form, note: '增加培训时间' }, version)

  await page.getByRole('textbox', { name: '联系电话' }).fill('0371-5678')
  await page.getByRole('textbox', { name: '培训地点' }).fill('区教师进修学校')
  await saved(page)
  await expect(page.getByText('申报表有更新（第 2 版）')).toBeVisible()
  await expect(page.getByText('新增栏目：培训时间')).toBeVisible()
  await expect(page.getByText('已取消的栏目：联系电话')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '培训地点' })).toHaveValue('区教师进修学校')
  const left = page.getByRole('region', { name: /未能放入新表的内容/ })
  await expect(left).toContainText('0371-5678')

  await page.getByRole('button', { name: '预览并提交' }).click()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByRole('textbox', { name: '培训时间' })).toBeFocused()
  await page.getByRole('textbox', { name: '培训时间' }).fill('2026 年 4 月')
  await left.getByRole('button', { name: '不再需要' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '不再需要' }).click()
  await expect(left).toBeHidden()
  await page.getByRole('button', { name: '预览并提交' }).click()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByText('申报已提交')).toBeVisible()
  await expect(page.getByText(/SB2026-\d{4}/)).toBeVisible()
  await page.context().close()
})

test('two who edit lose neither’s words', async ({ browser }) => {
  const id = await at.draft({ aim: '原文', place: '原地点' })
  const [one, two] = [await edit(browser, id), await edit(browser, id)]
  await one.getByRole('textbox', { name: '培训目标' }).fill('甲写的目标')
  await saved(one)
  await two.getByRole('textbox', { name: '培训地点' }).fill('乙写的地点')
  await saved(two)
  await expect(two.getByRole('textbox', { name: '培训目标' })).toHaveValue('甲写的目标')

  await one.getByRole('textbox', { name: '培训地点' }).fill('甲改的地点')
  const dialog = one.getByRole('dialog', { name: '他人也修改了这份申报' })
  await expect(dialog).toContainText('乙写的地点')
  await expect(dialog).toContainText('甲改的地点')
  await dialog.getByRole('radio').nth(1).check()
  await dialog.getByRole('button', { name: '按选择合并' }).click()
  await expect(one.getByRole('textbox', { name: '培训地点' })).toHaveValue('乙写的地点')
  await one.getByRole('textbox', { name: '培训目标' }).fill('甲再写')
  await saved(one)
  await expect
    .poll(async () => (await at.school<{ values: object }>('GET', `/applications/${id}`)).values)
    .toEqual({ aim: '甲再写', place: '乙写的地点' })
  for (const page of [one, two]) await page.context().close()
})

test('what could not be saved comes back after a reload', async ({ browser }) => {
  const id = await at.draft({ aim: '原文' })
  const page = await edit(browser, id)
  await page.route('**/applications/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort('connectionreset') : route.continue(),
  )
  await page.getByRole('textbox', { name: '培训目标' }).fill('断网时写的话')
  await expect(page.getByRole('status').filter({ hasText: '未能保存' })).toBeVisible()
  await page.unroute('**/applications/*')
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await expect(page.getByText('已恢复上次未能保存的内容')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '培训目标' })).toHaveValue('断网时写的话')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await saved(page)
  await page.context().close()
})

test('an upload goes on after a broken connection and after a reload; lies are told', async ({ browser }) => {
  const page = await edit(browser, await at.draft())
  await page.getByRole('button', { name: '附件' }).click()
  const bytes = pdfFile(2 * PART + 100)
  const sent: string[] = []
  let broken = 1
  let held = true
  await page.route('**/parts/*', async (route) => {
    const no = route.request().url().split('/').at(-1) ?? ''
    if (no === '2' && broken-- > 0) return route.abort('connectionreset')
    if (no === '3' && held) return
    sent.push(no)
    return route.continue()
  })
  await files(page, '实施方案.pdf', bytes)
  await expect(item(page, '实施方案.pdf')).toContainText('网络中断，恢复后自动继续')
  await expect.poll(() => sent).toEqual(['1', '2'])

  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await page.getByRole('button', { name: '附件' }).click()
  await expect(item(page, '实施方案.pdf')).toContainText('已传 67%，尚未传完')
  held = false
  await files(page, '实施方案.pdf', bytes)
  await expect(item(page, '实施方案.pdf').getByRole('button', { name: '预览' })).toBeVisible()
  expect(sent).toEqual(['1', '2', '3'])

  await files(page, '预算.pdf', ooxmlFile('xlsx'))
  await expect(item(page, '预算.pdf')).toContainText('扩展名是 .pdf，内容却是 Excel 表格')
  await item(page, '预算.pdf').getByRole('button', { name: '移除' }).click()
  await expect(item(page, '预算.pdf')).toBeHidden()

  await item(page, '实施方案.pdf').getByRole('button', { name: '预览' }).click()
  await expect(page.getByRole('dialog').locator('iframe[title="实施方案.pdf"]')).toBeVisible()
  await page.keyboard.press('Escape')
  await item(page, '实施方案.pdf').getByRole('button', { name: '移除' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '移除', exact: true }).click()
  await expect(item(page, '实施方案.pdf')).toBeHidden()
  await page.context().close()
})

test('a file answers a field, a budget is checked as it is typed, and last year’s is copied whole', async ({
  browser,
}) => {
  const values = {
    aim: '提升班主任能力',
    budget: [
      { item: 'meals', amount: 9_690_000, basis: '按人次测算' },
      { item: 'miscellaneous', amount: 310_000, basis: '其他' },
    ],
  }
  const page = await edit(browser, await at.draft(values))
  await expect(page.getByText('有 1 处须改正，改正后才能提交')).toBeVisible()
  await files(page, '方案.pdf', pdfFile())
  await expect(page.getByRole('link', { name: '方案.pdf' })).toBeVisible()
  await saved(page)

  await page.goto('/applications/new')
  await page.getByRole('radio', { name: /2026 年教师培训项目申报/ }).check()
  const earlier = page.getByRole('combobox', { name: '复制以前的申报书' })
  await earlier.selectOption({ index: 1 })
  await expect(page.getByRole('textbox', { name: '项目名称' })).toHaveValue('班主任培训')
  await page.getByRole('textbox', { name: '项目名称' }).fill('今年的班主任培训')
  await page.getByRole('button', { name: '开始填写' }).click()
  await expect(page.getByRole('textbox', { name: '培训目标' })).toHaveValue('提升班主任能力')
  await expect(page.getByRole('link', { name: '方案.pdf' })).toBeVisible()
  await expect(page.getByText('由以前的申报书复制而来')).toBeVisible()
  await page.context().close()
})
