import { ownSheetsOfPanel, panelWithRubric } from '@shixun/db/tenant/scoring'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { workbookAnswer } from '../workbook-answer.ts'
import { criterionCells, criterionColumns } from './score-columns.ts'
import { neutralLabel } from './sheet-card.ts'

const INSTRUCTIONS = [
  '离线评分：填写说明',
  '1. 一行一份评分表，请不要改动“材料”一列和表头，也不要合并单元格。',
  '2. 分数可到半分，如 8 或 8.5，超出满分会被拒绝；一票否决从下拉列表中选“无”或“有”，选“有”须在其后的意见中写明理由。',
  '3. “意见 1”是第 1 项指标的意见，依此类推；“评审意见”是对整个项目的意见。',
  '4. 空着的单元格保持系统里已有的内容，不会清除。没有填完的也可以导入，以后再补。',
  '5. 只列出已声明无利益冲突、还没有提交的评分表。导入后仍须在系统中核对并提交。',
]

/** 离线评分模板：one's own open sheets, one a row, with limits on every cell and what is scored already filled in. */
export async function readScoresTemplate(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const expert = unitLimit(scene.visitor, 'scoresheet.write') ?? ''
  const [[panel], own] = await scene.store.tenant.read(panelWithRubric(params), ownSheetsOfPanel({ ...params, expert }))
  if (!panel || own.length === 0) return refuse({ code: 'not-found' })
  const rows = own
    .filter(({ state }) => state === 'declared')
    .map((sheet) => [neutralLabel(sheet.id), ...criterionCells(panel.rubric, sheet), sheet.comment || null])
  const columns = [
    { title: '材料', width: 18, required: true },
    ...criterionColumns(panel.rubric, true),
    { title: '评审意见', width: 40 },
  ]
  const sheet = { format: 'xlsx' as const, name: '评分', columns, instructions: INSTRUCTIONS }
  return ok(await workbookAnswer(scene, sheet, rows, '离线评分模板'))
}
