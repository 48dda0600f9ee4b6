import { expect, type Page, test } from '@playwright/test'
import { comments } from '../src/words/zh/comments.ts'
import { scoring } from '../src/words/zh/scoring.ts'
import { box, decide, tabTo } from './person.ts'
import { type Actor, raiseScoringHouse, type ScoringHouse } from './scoring-house.ts'

test.describe.configure({ mode: 'serial' })

let stage: ScoringHouse

/** The sheets of an expert in their drawn order. */
const sheetOf = (rater: Actor, at = 0) =>
  stage.panel.sheets
    .filter(({ expertId, state }) => expertId === rater.id && state === 'assigned')
    .map(({ id }) => id)
    .sort()[at] ?? ''
const points = (page: Page) => page.getByRole('region', { name: '评分' }).getByRole('textbox', { name: /，满分/ })
const saved = (page: Page) => expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()

async function declares(page: Page): Promise<void> {
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: '声明无冲突，开始评分' }).click()
  await expect(points(page).first()).toBeVisible()
}

/** Every criterion by the keys: full marks, so many half points less. */
async function typesAll(page: Page, halves: number): Promise<void> {
  await tabTo(page, points(page).first())
  for (const leaf of await points(page).all()) {
    await expect(leaf).toBeFocused()
    const label = (await leaf.getAttribute('aria-label')) ?? ''
    await page.keyboard.type(String(/满分 ([\d.]+)/.exec(label)?.[1]))
    for (let n = 0; n < halves; n++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
}

test.beforeAll(async () => {
  stage = await raiseScoringHouse(['欧阳评委', '上官评委'], ['班主任培训', '作业设计研修'])
})
test.afterAll(() => stage.house.stop())

test('an expert scores by the keyboard alone, loses nothing without a network, and sees two windows come together', async ({
  browser,
}) => {
  const { raters, panel } = stage
  const page = await raters[0].arrive(browser)
  await page.goto(`/scoresheets/${sheetOf(raters[0])}`)
  await declares(page)
  await test.step('points, half points, a comment by C, back by Esc', async () => {
    await typesAll(page, 1)
    await saved(page)
    await points(page).first().focus()
    await page.keyboard.press('c')
    await expect(page.getByRole('textbox', { name: /”的意见$/ })).toBeFocused()
    await page.keyboard.type('依据充分，与上官评委看法一致')
    await page.keyboard.press('Escape')
    await expect(points(page).first()).toBeFocused()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: scoring['scoring.keysTitle'] })).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await test.step('without a network it says so and keeps; a reload brings it back', async () => {
    await saved(page)
    await page.context().setOffline(true)
    await points(page).nth(1).focus()
    await page.keyboard.type('3.5')
    await expect(page.getByText(scoring['scoring.offline'])).toBeVisible()
    await page.context().setOffline(false)
    await saved(page)
  })
  await test.step('another window changed the same place: both values, and nothing overwritten', async () => {
    const path = `/scoresheets/${sheetOf(raters[0])}`
    const { version } = await raters[0].ask<{ version: number }>('GET', path)
    await raters[0].ask('PATCH', path, { comment: '另一窗口的意见' }, version)
    await box(page, '评审意见').fill('这个窗口的意见')
    const dialog = page.getByRole('dialog', { name: scoring['scoring.conflict'] })
    await expect(dialog.getByText('另一窗口的意见')).toBeVisible()
    await dialog.getByRole('radio', { name: new RegExp(scoring['scoring.theirsIs']) }).check()
    await dialog.getByRole('button', { name: scoring['scoring.keepChosen'] }).click()
    await expect(box(page, '评审意见')).toHaveValue('另一窗口的意见')
  })
  await test.step('checked once more, then sealed; the next sheet follows', async () => {
    await saved(page)
    await page.keyboard.press('Alt+Enter')
    const dialog = page.getByRole('dialog', { name: scoring['scoring.submitTitle'] })
    await tabTo(page, dialog.getByRole('button', { name: scoring['scoring.submitNow'] }))
    await page.keyboard.press('Enter')
    await expect(page.getByText(scoring['scoring.submitted']).first()).toBeVisible()
    await expect(page).toHaveURL(new RegExp(sheetOf(raters[0], 1)))
  })
  await test.step('the second one is scored, and handed in from the desk', async () => {
    await declares(page)
    await typesAll(page, 2)
    await saved(page)
    await page.goto(`/scoring/${panel.id}/submit`)
    await page.getByRole('button', { name: '提交选中的 1 份' }).click()
    await expect(page.getByText('已提交 2，评完待提交 0，共 2 份').first()).toBeVisible()
    await expect(page.getByRole('heading', { name: scoring['scoring.own'] })).toBeVisible()
    // panels of one rubric are told apart by their calls
    await page.goto('/scoresheets')
    await expect(page.getByRole('heading', { level: 2, name: '2026 年校本研修项目' })).toBeVisible()
    await expect(page.getByRole('row', { name: /2026 年校本研修项目/ })).toHaveCount(2)
  })
  await page.context().close()
})

test('the office opens a sheet again; the expert reads why; the office sees what changed, and releases comments', async ({
  browser,
}) => {
  const { raters, panel, school } = stage
  const office = await stage.office.arrive(browser)
  const expert = await raters[0].arrive(browser)
  const address = `/scoresheets/${sheetOf(raters[0])}`
  await office.goto(address)
  await decide(office, '退回重评', '请核对第二项')
  await expert.goto(address)
  await expect(expert.getByText('原因：请核对第二项')).toBeVisible()
  await points(expert).nth(1).fill('4')
  await saved(expert)
  await expert.getByRole('button', { name: scoring['scoring.submit'] }).click()
  await expert.getByRole('dialog').getByRole('button', { name: scoring['scoring.submitNow'] }).click()
  await expect(expert.getByText(scoring['scoring.submitted']).first()).toBeVisible()
  await office.reload()
  await expect(office.getByRole('heading', { name: scoring['scoring.versions'] })).toBeVisible()
  await expect(office.getByRole('table', { name: scoring['scoring.changes'] })).toContainText('3.5')

  await test.step('the panel is concluded; comments are collected without names', async () => {
    for (const id of [sheetOf(raters[1]), sheetOf(raters[1], 1)]) await sealedByApi(raters[1], id)
    await stage.office.ask('POST', `/panels/${panel.id}/actions/conclude`, {})
    await office.goto(`/review-comments?panel=${panel.id}`)
    await office.getByRole('button', { name: comments['comments.prepare'] }).click()
    await office.getByRole('main').getByRole('table').getByRole('link').first().click()
    await expect(office.getByText(comments['comments.namesNone'])).toBeVisible()
  })
  await test.step('released ones are read by the school, and by nobody before', async () => {
    const home = await school.arrive(browser)
    await home.goto('/review-comments')
    await expect(home.getByText(comments['comments.none'])).toBeVisible()
    await decide(office, comments['comments.release'])
    await home.reload()
    await home
      .getByRole('main')
      .getByRole('link')
      .filter({ hasText: /培训|研修/ })
      .first()
      .click()
    await expect(home.getByRole('region', { name: comments['comments.title'] })).toContainText('专家1')
    await expect(home.getByText('上官评委')).toHaveCount(0)
    await decide(home, comments['comments.acknowledge'])
    await office.reload()
    await expect(office.getByText('已阅').first()).toBeVisible()
  })
})

async function sealedByApi(rater: Actor, id: string): Promise<void> {
  const path = `/scoresheets/${id}`
  const opened = await rater.ask<{ version: number; rubric: unknown }>('POST', `${path}/actions/declare`, {})
  const scores = Object.fromEntries(maxima(opened.rubric))
  await rater.ask('PATCH', path, { scores, comment: '可以立项。' }, opened.version)
  await rater.ask('POST', `${path}/actions/submit`, {})
}

/** What an expert fills in, wherever it stands in the tree, with full marks. */
function maxima(node: unknown): [key: string, max: number][] {
  const { criteria, children, kind, key, source, max } = node as Record<string, unknown>
  if (kind === 'leaf') return (source ?? 'expert') === 'expert' ? [[String(key), Number(max ?? 0)]] : []
  return ((criteria ?? children ?? []) as unknown[]).flatMap(maxima)
}
