import type { Hundredths } from '../rational.ts'
import { expertLeaves, type Leaf, type Rubric } from '../rubrics/rubric.ts'
import { checkSheet, ownScore, type Scores, VETO_RAISED } from './scoresheet.ts'
import { COMMENT_LENGTH, checkComments, GENERAL_LENGTH, type SheetComments } from './sheet-comments.ts'

export type Cell = string | number | boolean | null

/** A row of a table of scores as it was read: criteria by key, comments by key; what is empty says nothing. */
export type ScoreRow = {
  sheet: Cell
  scores: Readonly<Record<string, Cell>>
  comments: Readonly<Record<string, Cell>>
  comment: Cell
}

export type OpenSheet = { code: string; scores: Scores; comments: SheetComments; comment: string }

/** `row` counts from 1 in the rows as given; `column` is `sheet`, `comment`, `scores/KEY` or `comments/KEY`. */
export type ScoreRowProblem = { row: number; column: string; problem: string; limit?: number }

export type ReadScores = {
  row: number
  code: string
  scores: Record<string, Hundredths>
  comments: Record<string, string>
  comment: string
  /** Cells that differ from what the sheet holds. */
  changed: number
}

const RAISED = new Set(['有', '有，否决', '是', '否决', 'yes', '1', '100', 'true'])
const CLEAR = new Set(['无', '没有', '否', 'no', '0', 'false'])
const POINTS = /^\d{1,3}(?:\.\d{1,2})?$/

const textOf = (cell: Cell | undefined) =>
  String(cell ?? '')
    .normalize('NFKC')
    .trim()

/** Words as they were written: their punctuation is theirs. */
const wordsOf = (cell: Cell | undefined) => String(cell ?? '').trim()

/** What a sheet is called where its application must not be named: the same in lists, tables and on the screen. */
export function sheetCode(sheetId: string): string {
  return sheetId.slice(-6).toUpperCase()
}

/** The head of a criterion's column: its number keeps two of the same title apart, its maximum tells what may be filled in. */
export function criterionHead({ title, nature, max }: Leaf, index: number): string {
  const words = {
    score: `满分 ${max / 100}`,
    bonus: `加分，最多 ${max / 100}`,
    deduction: `扣分，最多 ${max / 100}`,
    veto: '一票否决：有/无',
  }[nature]
  return `${index + 1}. ${title}（${words}）`
}

/** Points of a cell in hundredths, null when it is empty; undefined when it is no number of points. */
function pointsOf(leaf: Leaf, cell: Cell | undefined): Hundredths | null | undefined {
  const text = textOf(cell).replace(/分$/u, '').trim()
  if (text === '') return null
  if (leaf.nature === 'veto') {
    if (RAISED.has(text.toLowerCase())) return VETO_RAISED
    return CLEAR.has(text.toLowerCase()) ? 0 : undefined
  }
  return POINTS.test(text) ? Math.round(Number(text) * 100) : undefined
}

function limitOf({ nature, max }: Leaf): { limit?: number } {
  return nature === 'veto' ? {} : { limit: max / 100 }
}

function readRow(
  rubric: Rubric,
  { cells, row, sheet }: { cells: ScoreRow; row: number; sheet: OpenSheet },
): ReadScores | ScoreRowProblem[] {
  const asked = expertLeaves(rubric)
  const problems: ScoreRowProblem[] = []
  const scores: Record<string, Hundredths> = { ...sheet.scores }
  const comments: Record<string, string> = { ...sheet.comments }
  let changed = 0
  for (const leaf of asked) {
    const value = pointsOf(leaf, ownScore(cells.scores, leaf.key))
    const column = `scores/${leaf.key}`
    if (value === undefined) {
      const problem = leaf.nature === 'veto' ? 'veto_yes_or_no' : 'not_points'
      problems.push({ row, column, problem, ...limitOf(leaf) })
    } else if (value !== null) {
      if (scores[leaf.key] !== value) changed += 1
      scores[leaf.key] = value
      const wrong = checkSheet(rubric, { [leaf.key]: value }, { complete: false })[0]
      if (wrong)
        problems.push(
          wrong.problem === 'out_of_range'
            ? { row, column, problem: 'points_out_of_range', ...limitOf(leaf) }
            : { row, column, problem: 'not_half' },
        )
    }
    const said = wordsOf(ownScore(cells.comments, leaf.key))
    if (said === '') continue
    if (comments[leaf.key] !== said) changed += 1
    comments[leaf.key] = said
    if (checkComments(rubric, { scores: {}, comments: { [leaf.key]: said } }, { complete: false }).length > 0)
      problems.push({ row, column: `comments/${leaf.key}`, problem: 'too_long', limit: COMMENT_LENGTH })
  }
  const general = wordsOf(cells.comment)
  if ([...general].length > GENERAL_LENGTH)
    problems.push({ row, column: 'comment', problem: 'too_long', limit: GENERAL_LENGTH })
  if (general !== '' && general !== sheet.comment) changed += 1
  if (problems.length > 0) return problems
  return { row, code: sheet.code, scores, comments, comment: general === '' ? sheet.comment : general, changed }
}

/** The code of a sheet, with or without the word before it. */
function codeIn(cell: Cell): string {
  return textOf(cell)
    .replace(/^材料\s*/u, '')
    .toUpperCase()
}

/** Whether a row says anything besides which sheet it is of. */
function isEmpty({ scores, comments, comment }: ScoreRow): boolean {
  return [...Object.values(scores), ...Object.values(comments), comment].every((cell) => textOf(cell) === '')
}

/**
 * Reads a table that an expert filled in away from the network, over the sheets that are open to them: an empty cell keeps what the
 * sheet holds; a sheet is taken whole or not at all; a row of an unknown or closed sheet is told, and a
 * sheet that stands twice is taken neither time.
 * `closed` says why a sheet takes nothing (the key of a field problem), by its code.
 */
export function readScoreTable(
  rubric: Rubric,
  rows: readonly ScoreRow[],
  { open, closed }: { open: ReadonlyMap<string, OpenSheet>; closed: ReadonlyMap<string, string> },
): { sound: ReadScores[]; problems: ScoreRowProblem[]; empty: number } {
  const filled = rows.map((cells, index) => ({ cells, row: index + 1, code: codeIn(cells.sheet) }))
  const said = filled.filter(({ cells }) => !isEmpty(cells))
  const sound: ReadScores[] = []
  const problems: ScoreRowProblem[] = []
  for (const { cells, row, code } of said) {
    const sheet = open.get(code)
    const twin = said.find((other) => other.code === code && other.row !== row)
    if (code === '') problems.push({ row, column: 'sheet', problem: 'required' })
    // nothing tells which of the two is meant
    else if (twin) problems.push({ row, column: 'sheet', problem: 'sheet_twice', limit: twin.row })
    else if (!sheet) problems.push({ row, column: 'sheet', problem: closed.get(code) ?? 'not_own_sheet' })
    else {
      const read = readRow(rubric, { cells, row, sheet })
      if (Array.isArray(read)) problems.push(...read)
      else sound.push(read)
    }
  }
  return { sound, problems, empty: rows.length - said.length }
}
