import { cellsOf } from '../../../frame/pasted-table.ts'

export type Layout = 'long' | 'matrix' | 'transposed'

export interface PastedSheet {
  item: string
  rater: string
  score: number
}

/** What cannot be read and where, rows and columns from 1 as in the spreadsheet. */
export interface PastedProblem {
  kind: 'item' | 'rater' | 'score' | 'range' | 'decimals' | 'twice' | 'empty' | 'shape'
  line: number
  column?: number
  value?: string
  item?: string
  rater?: string
}

/** What a pasted table holds. `lines` has for each sheet the row it came from; with a problem nothing is to be computed. */
export interface PastedSheets {
  layout: Layout
  sheets: PastedSheet[]
  lines: number[]
  problems: PastedProblem[]
}

interface Line {
  line: number
  cells: string[]
}

const itemHead = /项目|申报|课题|作品|单位|名称|item|application|entry/i
const raterHead = /专家|评委|评审人|评审员|rater|expert|judge|reviewer/i
const scoreHead = /分|score|points/i
/** Columns and rows that an old sheet adds up by itself. */
const summed = /^(平均|均分|合计|总分|总计|名次|排名|得分|最高|最低|备注|mean|average|total|rank|sum|note)/i
/** How an old sheet says that nobody scored. */
const nothing = /^(|-|—|－|\/|×|x|无|缺|缺席|未评|回避|弃权|n\/?a)$/i

/** Full-width figures as a Chinese keyboard makes them, and the unit behind them. */
function plain(cell: string): string {
  return cell
    .replace(/[０-９．－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s*分$/, '')
    .trim()
}

function isScore(cell: string | undefined): boolean {
  return cell !== undefined && /^-?\d+(\.\d+)?$/.test(plain(cell))
}

function linesOf(text: string): Line[] {
  const tabbed = text.includes('\t')
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((row, at) => ({
      line: at + 1,
      cells: tabbed ? row.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')) : (cellsOf(row)[0] ?? []),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/** The columns of a long table by their heads, or by their places where there is no head. */
function longColumns(rows: readonly Line[]): { item: number; rater: number; score: number; headed: boolean } | null {
  const head = rows[0]?.cells ?? []
  const rater = head.findIndex((cell) => raterHead.test(cell) && !scoreHead.test(cell))
  const score = head.findIndex((cell) => scoreHead.test(cell) && !isScore(cell))
  const item = head.findIndex((cell, at) => at !== rater && at !== score && itemHead.test(cell))
  const named = rater >= 0 && score >= 0 && item >= 0
  if (named && rows.slice(1).some(({ cells }) => !isScore(cells[rater]))) return { item, rater, score, headed: true }
  const body = rows.slice(1)
  const three = rows.every(({ cells }) => cells.filter((cell) => cell !== '').length <= 3)
  const names = (body.length > 0 ? body : rows).every(({ cells }) => !isScore(cells[1]))
  return three && head.length === 3 && names ? { item: 0, rater: 1, score: 2, headed: !isScore(head[2]) } : null
}

/** Which way round a table is: experts are where the word for them stands. */
function gridLayout(rows: readonly Line[]): Layout {
  const head = rows[0]?.cells ?? []
  const across = head.slice(1).filter((cell) => raterHead.test(cell)).length
  const down = rows.slice(1).filter(({ cells }) => raterHead.test(cells[0] ?? '')).length
  return down > across ? 'transposed' : 'matrix'
}

function layoutOf(rows: readonly Line[]): Layout {
  return longColumns(rows) ? 'long' : gridLayout(rows)
}

interface Found extends PastedSheets {
  seen: Map<string, Set<string>>
}

function take(
  found: Found,
  at: { line: number; column?: number },
  names: { item: string; rater: string },
  cell: string,
) {
  const { item, rater } = names
  if (item === '') return found.problems.push({ ...at, kind: 'item' })
  if (rater === '') return found.problems.push({ ...at, kind: 'rater' })
  const text = plain(cell)
  if (!isScore(text)) return found.problems.push({ ...at, kind: 'score', value: cell })
  const score = Number(text)
  if (score < 0 || score > 100) return found.problems.push({ ...at, kind: 'range', value: cell })
  if (/\.\d{3,}$/.test(text)) return found.problems.push({ ...at, kind: 'decimals', value: cell })
  const raters = found.seen.get(item) ?? new Set()
  found.seen.set(item, raters)
  if (raters.has(rater)) return found.problems.push({ ...at, kind: 'twice', item, rater })
  raters.add(rater)
  found.sheets.push({ item, rater, score })
  return found.lines.push(at.line)
}

function readLong(rows: readonly Line[], found: Found): void {
  const columns = longColumns(rows) ?? { item: 0, rater: 1, score: 2, headed: !isScore(rows[0]?.cells[2]) }
  for (const { line, cells } of rows.slice(columns.headed ? 1 : 0)) {
    const [item = '', rater = '', score = ''] = [cells[columns.item], cells[columns.rater], cells[columns.score]]
    if (summed.test(item) && rater === '') continue
    take(found, { line }, { item, rater }, score)
  }
}

function readGrid(rows: readonly Line[], found: Found, turned: boolean): void {
  const [head, ...body] = rows
  if (!head || body.length === 0 || head.cells.slice(1).every(isScore)) {
    found.problems.push({ kind: 'shape', line: head?.line ?? 1 })
    return
  }
  for (const { line, cells } of body) {
    const own = cells[0] ?? ''
    if (summed.test(own)) continue
    for (let at = 1; at < Math.max(cells.length, head.cells.length); at++) {
      const other = head.cells[at] ?? ''
      const cell = cells[at] ?? ''
      if (nothing.test(plain(cell)) || summed.test(other)) continue
      const names = turned ? { item: other, rater: own } : { item: own, rater: other }
      take(found, { line, column: at + 1 }, names, cell)
    }
  }
}

/**
 * Reads a table copied from a spreadsheet: one score a row (item, rater, score, in any order under a head), items down and
 * raters across, or the other way round. Cells where nobody scored are left out, sums of the sheet's own too.
 */
export function readSheets(text: string, wanted: Layout | null = null): PastedSheets {
  const rows = linesOf(text)
  const layout = wanted ?? layoutOf(rows)
  const found: Found = { layout, sheets: [], lines: [], problems: [], seen: new Map() }
  if (rows.length > 0) {
    if (layout === 'long') readLong(rows, found)
    else readGrid(rows, found, layout === 'transposed')
    if (found.sheets.length === 0 && found.problems.length === 0) found.problems.push({ kind: 'empty', line: 1 })
  }
  const { seen: _, ...read } = found
  return read
}
