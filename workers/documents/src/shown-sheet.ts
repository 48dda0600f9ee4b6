import type { ReadCell, ReadWorkbook } from '@shixun/contract/workbook'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { CellValue, Sheet } from 'hucre/xlsx'
import { columnLetters } from './sheet-xml.ts'

export type ShownSheet = ReadWorkbook['sheets'][number]

/** Rows below the head that one file may hold. */
export const ROWS = 20_000
export const COLUMNS = { most: 100, beyond: columnLetters(100) }
const NAMED = 3

function dateText(date: Date): string {
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}

function cellOf(value: CellValue | undefined): ReadCell {
  if (value === null || value === undefined || value === '') return null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { date: dateText(value) }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value
}

function placeOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

function listed(places: readonly string[]): string {
  return `${places.slice(0, NAMED).join('、')}${places.length > NAMED ? ` 等 ${places.length} 处` : ''}`
}

/** Cells of a sheet as they go out. A formula is text that begins with `=` and is never worked out. */
export function shownSheet({ name, rows, cells, merges = [] }: Sheet): ShownSheet {
  const shown = rows.map((row) => (row ?? []).map(cellOf))
  const formulas: string[] = []
  for (const [key, { formula }] of cells ?? []) {
    if (formula === undefined) continue
    const [row = 0, column = 0] = key.split(',').map(Number)
    const cellsOfRow = shown[row]
    if (cellsOfRow) cellsOfRow[column] = `=${formula}`
    formulas.push(placeOf(row, column))
  }
  const ranges = (heads: boolean) =>
    merges
      .filter(({ startRow }) => (startRow === 0) === heads)
      .map((one) => `${placeOf(one.startRow, one.startCol)}:${placeOf(one.endRow, one.endCol)}`)
  const [heads, bodies] = [ranges(true), ranges(false)]
  const notes = [
    ...(heads.length ? [`第 1 行有合并的单元格（${listed(heads)}）：表头须每列一格，请取消合并。`] : []),
    ...(bodies.length ? [`有合并的单元格（${listed(bodies)}）：只有左上角一格有内容，请取消合并并逐行填写。`] : []),
    ...(formulas.length ? [`有公式（${listed(formulas)}）：公式不会计算，请复制后“选择性粘贴”为数值。`] : []),
  ]
  return { name, rows: shown, notes }
}

function trimmed({ name, rows, notes }: ShownSheet): ShownSheet {
  let last = rows.length
  while (last > 0 && rows[last - 1]?.every((cell) => cell === null)) last--
  const cut = rows.slice(0, last).map((row) => {
    let end = row.length
    while (end > 0 && row[end - 1] === null) end--
    return row.slice(0, end)
  })
  return { name, rows: cut, notes }
}

/** Sheets without the empty rows and columns at their ends, or the refusal of those that are too large. */
export function checkedSheets(sheets: readonly ShownSheet[]): Result<ReadWorkbook, Refusal> {
  const cut = sheets.map(trimmed)
  if (cut.some(({ rows }) => rows.length > ROWS + 1)) return refuse({ code: 'too-many-rows', facts: { limit: ROWS } })
  const wide = cut.find(({ rows }) => rows.some((row) => row.length > COLUMNS.most))
  if (wide) return refuse({ code: 'workbook-refused', facts: { reason: `“${wide.name}”超过 ${COLUMNS.most} 列。` } })
  if (cut.every(({ rows }) => rows.length === 0))
    return refuse({ code: 'workbook-refused', facts: { reason: '表格里没有内容。' } })
  return ok({ sheets: cut })
}
