import type { Page } from '@playwright/test'
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

/** Types a project of the plan into the sample form of a training project. */
export async function fillApplication(page: Page, { values }: DraftOfPlan): Promise<void> {
  const rows = (key: string) => values[key] as Row[]
  await box(page, '需求调研与培训背景').fill(plain(values['background']))
  await box(page, '培训目标').fill(plain(values['objectives']))
  await page.getByRole('combobox', { name: '学段', exact: true }).selectOption(plain(values['phase']))
  await box(page, '学科或主题').fill(plain(values['subject']))
  await page.getByRole('radio', { name: plain(values['mode']), exact: true }).check()
  await box(page, '培训人数').fill(plain(values['persons']))
  await box(page, '培训学时').fill(plain(values['hours']))
  await fillRows(page, '进度安排', rows('milestones'), {
    text: ['工作内容', plain],
    from: ['起', plain],
    to: ['至', plain],
  })
  await fillRows(page, '课程安排', rows('courses'), {
    title: ['专题', plain],
    module: ['模块', plain],
    hours: ['学时', plain],
  })
  await fillRows(page, '项目团队', rows('team'), {
    name: ['姓名', plain],
    unit: ['单位', plain],
    duty: ['承担任务', plain],
  })
  await box(page, '经费预算合计').fill(fen(values['budget']))
  await fillRows(page, '经费预算明细', rows('budgetItems'), {
    item: ['科目', plain],
    amount: ['金额', fen],
    basis: ['测算依据', plain],
  })
  await box(page, '预期成果与评估方式').fill(plain(values['outcomes']))
}
