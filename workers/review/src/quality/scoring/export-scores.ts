import { ownSheetsOfPanel, panelWithRubric, scoredSlice } from '@shixun/db/tenant/scoring'
import { unitLimit } from '@shixun/domain/identity/permission'
import { sheetTotal } from '@shixun/domain/quality/scoring/scoresheet'
import { isLate } from '@shixun/domain/quality/scoring/sealed-sheet'
import { chinaDate, chinaTime } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { WrittenCell, WrittenColumn } from '@shixun/http/documents'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { workbookAnswer } from '../workbook-answer.ts'
import { criterionCells, criterionColumns } from './score-columns.ts'
import { neutralLabel, sheetOpen } from './sheet-card.ts'

type Panel = ReturnType<ReturnType<typeof panelWithRubric>['decode']>
type Sheet = ReturnType<ReturnType<typeof ownSheetsOfPanel>['decode']>

const ROWS = 20_000
const SLICE = 1000
const STATES = {
  assigned: '待声明',
  declared: '评分中',
  submitted: '已提交',
  recused: '已回避',
  replaced: '已更换',
  voided: '已作废',
} satisfies Record<Sheet['state'], string>

const text = (title: string, width: number): WrittenColumn => ({ title, width })

function columnsOf(panel: Panel, who: readonly WrittenColumn[]): WrittenColumn[] {
  return [
    ...who,
    text('状态', 10),
    { title: '总分', as: 'decimal', width: 10 },
    ...criterionColumns(panel.rubric, false),
    text('评审意见', 40),
    text('提交时间', 18),
    text('逾期', 8),
  ]
}

function cellsOf(panel: Panel, sheet: Sheet, who: readonly WrittenCell[], open: boolean): WrittenCell[] {
  const { scores, comments, comment, sealedAt, state } = sheet
  const said = open ? { scores, comments } : { scores: {}, comments: {} }
  const scored = open && Object.keys(scores).length > 0
  const late = isLate(panel.dueOn, chinaDate(sealedAt ?? '1970-01-01T00:00:00.000Z'))
  return [
    ...who,
    STATES[state],
    scored ? sheetTotal(panel.rubric, scores) / 100 : null,
    ...criterionCells(panel.rubric, said),
    open ? comment : null,
    sealedAt === null ? null : chinaTime(sealedAt),
    sealedAt !== null && late ? '逾期' : null,
  ]
}

/** 评分明细：every criterion a column with its words; an expert gets their own sheets under neutral names, the office all of them. */
export async function exportScores(
  scene: ReviewScene,
  { params, query }: { params: { id: string }; query: { format: 'xlsx' | 'csv' } },
): Promise<Verdict> {
  const expert = unitLimit(scene.visitor, 'scoresheet.read')
  const { tenant } = scene.store
  if (expert !== null) {
    const [[panel], own] = await tenant.read(panelWithRubric(params), ownSheetsOfPanel({ ...params, expert }))
    if (!panel || own.length === 0) return refuse({ code: 'not-found' })
    const columns = columnsOf(panel, [text('材料', 18)])
    const rows = own.map((sheet) => cellsOf(panel, sheet, [neutralLabel(sheet.id)], sheetOpen(sheet.state)))
    const sheet = { format: query.format, name: '评分明细', columns }
    return ok(await workbookAnswer(scene, sheet, rows, `我的评分-${chinaDate(scene.now)}`))
  }
  const [[panel], first] = await tenant.read(
    panelWithRubric(params),
    scoredSlice({ ...params, after: '', limit: SLICE }),
  )
  if (!panel) return refuse({ code: 'not-found' })
  const sheets = [...first]
  for (let last = first; last.length === SLICE; ) {
    if (sheets.length >= ROWS) return refuse({ code: 'too-many-rows', facts: { limit: ROWS } })
    const [next] = await tenant.read(scoredSlice({ ...params, after: sheets.at(-1)?.id ?? '', limit: SLICE }))
    sheets.push(...next)
    last = next
  }
  const columns = columnsOf(panel, [text('项目', 40), text('申报单位', 32), text('专家', 14)])
  const rows = sheets.map((sheet) => cellsOf(panel, sheet, [sheet.title, sheet.unitName, sheet.expertName], true))
  const sheet = { format: query.format, name: '评分明细', columns }
  return ok(await workbookAnswer(scene, sheet, rows, `评分明细-${chinaDate(scene.now)}`))
}
