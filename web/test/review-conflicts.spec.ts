import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { conflicts } from '../src/words/zh/conflicts.ts'
import { type ConflictHouse, type Person, raiseConflictHouse } from './conflict-house.ts'
import { decide } from './person.ts'

test.describe.configure({ mode: 'serial' })

let stage: ConflictHouse

const expectSound = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

test.beforeAll(async () => {
  stage = await raiseConflictHouse()
})
test.afterAll(() => stage.house.stop())

test('whoever decides declares a tie: the item is hidden and closed for them, and a colleague acts', async ({
  browser,
}) => {
  const page = await stage.bound.arrive(browser)
  await page.goto('/my-interests')
  await expect(page.getByText(conflicts['conflicts.due'])).toBeVisible()
  await page.getByRole('button', { name: conflicts['conflicts.addTie'] }).click()
  const row = page.getByRole('group', { name: '第 1 项' })
  await row.getByRole('textbox', { name: conflicts['conflicts.tieName'] }).fill('赵一鸣')
  await row.getByRole('combobox', { name: conflicts['conflicts.tieKind'] }).selectOption('mentor')
  await expectSound(page)
  await page.getByRole('button', { name: conflicts['conflicts.confirm'] }).click()
  await expect(page.getByText(conflicts['conflicts.confirmed'])).toBeVisible()
  await page.goto('/applications')
  await expect(page.getByText('公开项目')).toBeVisible()
  await expect(page.getByText('（须回避）').first()).toBeVisible()
  await expect(page.getByText('机密项目')).toHaveCount(0)
  await page.goto(`/applications/${stage.secret}`)
  await expect(page.getByText('存在利益冲突，须回避')).toBeVisible()
  await expect(page.getByText(/材料中的赵一鸣与本人有师生关系/)).toBeVisible()
  await expect(page.getByText('机密项目')).toHaveCount(0)
  await page.context().close()
  const colleague = await stage.office.arrive(browser)
  for (const id of [stage.secret, stage.open]) {
    await colleague.goto(`/applications/${id}`)
    await decide(colleague, '通过形式审查')
  }
  await colleague.goto('/recusals')
  const line = colleague.getByRole('row').filter({ hasText: '孙科长' })
  await expect(line.getByRole('cell', { name: '师生', exact: true })).toBeVisible()
  await expect(line.getByRole('link', { name: '机密项目' })).toBeVisible()
  await expectSound(colleague)
  await colleague.context().close()
})

test('an expert declares before the content; a late conflict voids the sheet and shows what changes', async ({
  browser,
}) => {
  const panel = await stage.form()
  const sheetOf = (rater: Person, application: string) =>
    panel.sheets.find((one) => one.expertId === rater.id && one.applicationId === application)?.id ?? ''
  const [, , third] = stage.raters
  const expert = await third.arrive(browser)
  await expert.goto(`/scoresheets/${sheetOf(third, stage.secret)}`)
  await expect(expert.getByText('机密项目')).toHaveCount(0)
  await expect(expert.getByText('赵一鸣')).toHaveCount(0)
  await expert.getByRole('checkbox').first().check()
  await expert.getByRole('button', { name: '声明无冲突，开始评分' }).click()
  await expect(expert.getByRole('region', { name: '评分' })).toBeVisible()
  await expert.context().close()
  const points = [200, 200, 0]
  for (const [n, rater] of stage.raters.entries()) {
    await stage.score(rater, sheetOf(rater, stage.secret), points[n] ?? 0, rater === third)
    await stage.score(rater, sheetOf(rater, stage.open), 150)
  }
  await stage.office.ask('POST', `/panels/${panel.id}/actions/conclude`, {})
  await stage.office.ask('PATCH', `/experts/${third.id}`, { ties: [{ name: '赵一鸣', kind: 'kin' }] }, 1)
  const page = await stage.office.arrive(browser)
  await page.goto(`/panels/${panel.id}`)
  await page.getByRole('link', { name: conflicts['conflicts.recheck'] }).click()
  await expect(page.getByRole('heading', { name: '发现 1 张评分表涉及利益冲突' })).toBeVisible()
  await expect(page.getByText('诸葛评委')).toBeVisible()
  await expect(page.getByRole('heading', { name: conflicts['conflicts.changes'] })).toBeVisible()
  await expect(page.getByText('第 2 名').first()).toBeVisible()
  await expectSound(page)
  await page.screenshot({ path: '../test-results/panel-conflicts-1366.png', fullPage: true })
  await decide(page, conflicts['conflicts.apply'], '专家补报亲属关系')
  await expect(page.getByText(conflicts['conflicts.none'])).toBeVisible()
  await page.context().close()
  // somebody with a tie to one of its items sits the whole panel out
  const barred = await stage.bound.arrive(browser, 390)
  await barred.goto(`/panels/${panel.id}`)
  await expect(barred.getByText('存在利益冲突，须回避')).toBeVisible()
  await barred.goto('/my-interests')
  await expect(barred.getByRole('heading', { name: conflicts['conflicts.binding'] })).toBeVisible()
  await barred.screenshot({ path: '../test-results/interests-390.png', fullPage: true })
  await barred.context().close()
})
