import type { ReadCell, SheetColumn } from './rubric-sheet.ts'

export type ReadSheet = { name: string; rows: readonly (readonly ReadCell[])[] }
/** One row below the head: `line` as the spreadsheet numbers it, its cells by the key of their column. */
export type SheetRow<Key extends string> = { line: number; cells: Partial<Record<Key, ReadCell>> }
export type FoundSheet<Key extends string> = { name: string; head: number; rows: SheetRow<Key>[] }

/** Titles may stand below a headline or two. */
const HEAD_ROWS = 10

/** A cell as text: `12`, `优秀`, nothing. */
export function textOf(cell: ReadCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? cell.date : String(cell).trim()
}

function placesOf(row: readonly ReadCell[], columns: readonly SheetColumn[]): number[] {
  const titles = row.map((cell) => textOf(cell).replace(/[\s*＊]/g, ''))
  return columns.map(({ title }) => titles.indexOf(title))
}

/**
 * The sheet whose head has the most of these columns, all the required ones among them, and its rows that are not empty; null when
 * no sheet has such a head. Columns may stand in any order, with others between them.
 */
export function findSheet<Key extends string>(
  sheets: readonly ReadSheet[],
  columns: readonly (SheetColumn & { key: Key })[],
): FoundSheet<Key> | null {
  const heads = sheets.flatMap((sheet) =>
    sheet.rows.slice(0, HEAD_ROWS).flatMap((row, at) => {
      const places = placesOf(row, columns)
      const lacks = columns.some(({ required }, n) => required && (places[n] ?? -1) < 0)
      return lacks ? [] : [{ sheet, at, places, count: places.filter((place) => place >= 0).length }]
    }),
  )
  const [best] = heads.toSorted((a, b) => b.count - a.count)
  if (!best) return null
  const rows = best.sheet.rows.slice(best.at + 1).flatMap((row, index): SheetRow<Key>[] => {
    const cells: Partial<Record<Key, ReadCell>> = {}
    columns.forEach(({ key }, n) => {
      const cell = row[best.places[n] ?? -1]
      if (textOf(cell) !== '' && cell !== undefined) cells[key] = cell
    })
    return Object.keys(cells).length === 0 ? [] : [{ line: best.at + index + 2, cells }]
  })
  return { name: best.sheet.name, head: best.at + 1, rows }
}
