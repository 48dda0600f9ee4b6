import type { ReadCell, ReadWorkbook } from '@shixun/contract/workbook'
import type { ImportColumn, ImportRow } from './pasted-table.ts'

type Sheet = ReadWorkbook['sheets'][number]

/** What a workbook holds for an import: its rows by column key, the row they begin below, and what to know of the sheet. */
export interface WorkbookRows {
  sheet: string
  rows: readonly ImportRow[]
  /** The number that the spreadsheet shows beside each row. */
  lines: readonly number[]
  notes: readonly string[]
}

/** Titles may stand below a headline or two. */
const headRows = 10

function textOf(cell: ReadCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? cell.date : String(cell).trim()
}

/** A number stays one, so that the server can say that an ID held as a number may have lost digits. */
function cellValue(cell: ReadCell | undefined): string | number {
  return typeof cell === 'number' ? cell : textOf(cell)
}

interface Found {
  sheet: Sheet
  at: number
  places: readonly number[]
  count: number
}

function headOf(sheet: Sheet, columns: readonly ImportColumn[]): Found {
  const heads = sheet.rows.slice(0, headRows).map((row, at) => {
    const titles = row.map((cell) => textOf(cell).replace(/[\s*＊]/g, ''))
    const places = columns.map(({ title, names = [] }) => titles.findIndex((one) => [title, ...names].includes(one)))
    return { sheet, at, places, count: places.filter((place) => place >= 0).length }
  })
  return heads.reduce((best, one) => (one.count > best.count ? one : best), { sheet, at: 0, places: [], count: 0 })
}

/** Finds the sheet and the row whose titles are those of the columns; null when no row holds them. */
export function workbookRows({ sheets }: ReadWorkbook, columns: readonly ImportColumn[]): WorkbookRows | null {
  const needed = columns.filter(({ required }) => required).length
  const [best] = sheets.map((sheet) => headOf(sheet, columns)).sort((a, b) => b.count - a.count)
  if (!best || best.count < Math.min(2, columns.length) || (needed > 0 && best.count === 0)) return null
  const found = best.sheet.rows.slice(best.at + 1).flatMap((row, index) => {
    const cells = columns.flatMap(({ key }, n) => {
      const place = best.places[n] ?? -1
      const value = place < 0 ? '' : cellValue(row[place])
      return value === '' ? [] : [[key, value] as const]
    })
    return cells.length === 0 ? [] : [{ row: Object.fromEntries(cells), line: best.at + index + 2 }]
  })
  // a headline above the titles may be merged: only what is merged below the titles leaves cells empty
  return {
    sheet: best.sheet.name,
    rows: found.map(({ row }) => row),
    lines: found.map(({ line }) => line),
    notes: best.sheet.notes.filter((note) => best.at === 0 || !note.startsWith('第 1 行')),
  }
}
