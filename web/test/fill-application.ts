import type { Page } from '@playwright/test'
import { BUDGET_ITEMS } from '../../packages/domain/src/money/budget-items.ts'
import { TRAINER_TITLE_WORDS } from '../../packages/domain/src/money/lecture-fee.ts'
import type { DraftOfPlan } from '../../scripts/demo/rows.ts'
import { box } from './person.ts'

type Row = Record<string, unknown>

const fen = (value: unknown): string => String(Number(value) / 100)
const plain = (value: unknown): string => String(value)

async function fillRows(
  page: Page,
  title: string,
  rows: readonly Row[],
  columns: Record<string, [string, (value: unknown) => string]>,
): Promise<void> {
  const group = page.getByRole('group', { name: title })
  for (const [n, row] of rows.entries()) {
    await group.getByRole('button', { name: '添加一行' }).click()
    for (const [key, [heading, show]] of Object.entries(columns))
      await group.getByLabel(`${heading} ${n + 1}`, { exact: true }).fill(show(row[key]))
  }
}

const TITLES: Readonly<Record<string, string>> = TRAINER_TITLE_WORDS
const ITEMS: Readonly<Record<string, string>> = BUDGET_ITEMS

async function fillCourses(page: Page, rows: readonly Row[]): Promise<void> {
  const group = page.getByRole('group', { name: '课程安排' })
  for (const [n, row] of rows.entries()) {
    const cell = (label: string) => group.getByLabel(`${label} ${n + 1}`, { exact: true })
    await group.getByRole('button', { name: '添加一门课程' }).click()
    await cell('专题').fill(plain(row['title']))
    await cell('模块').selectOption(plain(row['module']))
    await cell('学时').fill(plain(row['hours']))
    await cell('半天数').fill(plain(row['halfDays']))
    await cell('授课人').fill(plain(row['trainer']))
    await cell('授课人职称').selectOption({ label: TITLES[plain(row['trainerTitle'])] ?? '' })
    await cell('税后讲课费/学时').fill(fen(row['fee']))
  }
}

async function fillBudget(page: Page, rows: readonly Row[]): Promise<void> {
  const group = page.getByRole('group', { name: '经费预算' })
  for (const row of rows) {
    const item = ITEMS[plain(row['item'])] ?? ''
    await group.getByLabel(`${item} 金额`, { exact: true }).fill(fen(row['amount']))
    await group.getByLabel(`${item} 测算依据`, { exact: true }).fill(plain(row['basis']))
  }
}

/** Types a project of the plan into the sample form of a training project. */
export async function fillApplication(page: Page, { values }: DraftOfPlan): Promise<void> {
  const rows = (key: string) => values[key] as Row[]
  await box(page, '需求调研与培训背景').fill(plain(values['background']))
  await box(page, '培训目标').fill(plain(values['objectives']))
  await page.getByRole('combobox', { name: '学段', exact: true }).selectOption(plain(values['phase']))
  await box(page, '学科或主题').fill(plain(values['subject']))
  await page.getByRole('radio', { name: plain(values['mode']), exact: true }).check()
  await box(page, '培训人数').fill(plain(values['persons']))
  await box(page, '培训天数').fill(plain(values['days']))
  await box(page, '培训学时').fill(plain(values['hours']))
  await fillRows(page, '进度安排', rows('milestones'), {
    text: ['工作内容', plain],
    from: ['起', plain],
    to: ['至', plain],
  })
  await fillCourses(page, rows('courses'))
  await fillRows(page, '项目团队', rows('team'), {
    name: ['姓名', plain],
    unit: ['单位', plain],
    duty: ['承担任务', plain],
  })
  await fillBudget(page, rows('budget'))
  await fillRows(page, '绩效目标', rows('targets'), {
    name: ['指标', plain],
    promised: ['目标值', plain],
    unit: ['单位', plain],
  })
  await box(page, '预期成果与评估方式').fill(plain(values['outcomes']))
}
