import { expect, test } from '@playwright/test'
import { expertLeaves, type Rubric } from '../../packages/domain/src/quality/rubrics/rubric.ts'
import { evaluations as words } from '../src/words/zh/evaluations.ts'
import { rankings as ranking } from '../src/words/zh/rankings.ts'
import { box, decide } from './person.ts'
import { raiseScoringHouse, type ScoringHouse } from './scoring-house.ts'

test.describe.configure({ mode: 'serial' })

type Item = { id: string; version: number }
type Declared = Item & { rubric: Rubric }
let stage: ScoringHouse
let evaluation: string

test.beforeAll(async () => {
  stage = await raiseScoringHouse(['欧阳评委', '上官评委'], ['班主任培训', '作业设计研修'])
  const { raters, panel, office } = stage
  for (const { id, expertId } of panel.sheets) {
    const rater = raters.find((one) => one.id === expertId) ?? raters[0]
    const { version, rubric } = await rater.ask<Declared>('POST', `/scoresheets/${id}/actions/declare`, {})
    const off = rater === raters[0] ? 100 : 250
    const scores = Object.fromEntries(expertLeaves(rubric).map(({ key, max }) => [key, max - off]))
    await rater.ask('PATCH', `/scoresheets/${id}`, { scores, comment: '可行' }, version)
    await rater.ask('POST', `/scoresheets/${id}/actions/submit`, {})
  }
  await office.ask('POST', `/panels/${panel.id}/actions/conclude`, {})
  const { items } = await office.ask<{ items: Item[] }>('GET', `/evaluations?panel=${panel.id}`)
  evaluation = items[0]?.id ?? ''
})
test.afterAll(() => stage.house.stop())

test('a school reads why, checks the fingerprint itself, and appeals with evidence', async ({ browser }) => {
  const page = await stage.school.arrive(browser)
  await page.goto('/evaluations')
  await page.getByRole('link', { name: '作业设计研修' }).first().click()
  await expect(page.getByRole('heading', { name: words['evaluations.tree'] })).toBeVisible()
  await expect(page.getByText(/四舍五入只做一次/)).toBeVisible()
  await expect(page.getByText('欧阳评委')).toHaveCount(0)
  await page.getByRole('button', { name: words['evaluations.verify'] }).click()
  await expect(page.getByText(words['evaluations.verified'])).toBeVisible()

  await page.goto(`/evaluations/${evaluation}`)
  await page.getByRole('link', { name: words['appeals.file'] }).click()
  const send = page.getByRole('button', { name: words['appeals.send'] })
  await expect(send).toBeDisabled()
  await box(page, words['appeals.text']).fill('经费一项的评分与申报书所附预算不符。')
  await page.getByRole('checkbox').first().check()
  await page.getByRole('textbox', { name: /的异议$/ }).fill('应按所附预算评分')
  await send.click()
  await expect(page.getByRole('heading', { name: words['appeals.facts'] })).toBeVisible()
  const pdf = { name: '预算.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }
  await page.locator('input[type=file]').setInputFiles(pdf)
  await expect(page.getByRole('link', { name: '预算.pdf' })).toBeVisible()
  // once only: the result now leads to the appeal
  await page.goto(`/evaluations/${evaluation}`)
  await expect(page.getByRole('link', { name: words['appeals.toAppeal'] })).toBeVisible()
  await expect(page.getByRole('link', { name: words['appeals.file'] })).toHaveCount(0)
  await page.context().close()
})

test('the office takes it up, tries, and issues a new result beside the old one', async ({ browser }) => {
  const page = await stage.office.arrive(browser)
  await page.goto('/appeals')
  await page
    .getByRole('link', { name: /班主任培训|作业设计研修/ })
    .first()
    .click()
  await page.getByRole('button', { name: words['appeals.accept'], exact: true }).click()
  const dialog = page.getByRole('dialog')
  await box(dialog, words['appeals.acceptNote']).fill('受理，重新核算')
  // where experts alone scored there are no figures to correct: the refusal says what to choose instead
  await dialog.getByRole('radio', { name: new RegExp(words['appealWay.figures']) }).check()
  await dialog.getByRole('button', { name: words['appeals.accept'], exact: true }).click()
  await expect(dialog.getByText(/没有可以更正的数据；请改用/).first()).toBeVisible()
  await dialog.getByRole('radio', { name: new RegExp(words['appealWay.arithmetic']) }).check()
  await dialog.getByRole('button', { name: words['appeals.accept'], exact: true }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: words['appeals.preview'], exact: true }).click()
  await expect(page.getByRole('heading', { name: words['appeals.consequences'] })).toBeVisible()
  await box(page, words['appeals.note']).fill('评分表无误，重新核算结果相同')
  await page.getByRole('button', { name: words['appeals.settle'], exact: true }).click()
  await expect(page.getByText(words['appeal.settled'], { exact: true }).first()).toBeVisible()
  await page.getByRole('link', { name: words['evaluations.compare'] }).click()
  await expect(page.getByRole('columnheader', { name: words['evaluations.before'] }).first()).toBeVisible()
  await expect(page.getByText('0 项有变化')).toBeVisible()
  // the ranking stays as the sheets gave it, and says that a newer result stands beside it
  await page.goto(`/panels/${stage.panel.id}`)
  await expect(page.getByText(ranking['rankings.appealed'].replace('{n}', '1'))).toBeVisible()
  await page.getByRole('link', { name: ranking['rankings.toAppeal'] }).click()
  await expect(page.getByRole('heading', { name: words['appeals.facts'] })).toBeVisible()
  await page.context().close()
})

test('the school sees the outcome, the old result stays, and it says that it has seen it', async ({ browser }) => {
  const page = await stage.school.arrive(browser)
  await page.goto(`/evaluations/${evaluation}`)
  await expect(page.getByText(words['evaluations.newer'])).toBeVisible()
  await page.getByRole('link', { name: words['appeals.toAppeal'] }).click()
  await expect(page.getByText('评分表无误，重新核算结果相同').first()).toBeVisible()
  await decide(page, words['appeals.acknowledge'])
  await expect(page.getByText(words['appeals.acknowledgedAt'], { exact: true })).toBeVisible()
  await page.context().close()
})
