import { isMetricKey, METRICS } from '../assessments/metrics.ts'
import { checkRubric, MAX_DEPTH } from './check-rubric.ts'
import { readSettings, type SettingsRead } from './read-rubric-settings.ts'
import type { Criterion } from './rubric.ts'
import { placedNodes } from './rubric-place.ts'
import { pointsIn } from './rubric-points.ts'
import { type FoundSheet, findSheet, type ReadSheet, type SheetRow, textOf } from './rubric-rows.ts'
import {
  CRITERIA_COLUMNS,
  CRITERIA_SHEET,
  type CriteriaColumn,
  KIND_WORDS,
  NATURE_WORDS,
  SETTINGS_COLUMNS,
  type SettingsColumn,
  SOURCE_WORDS,
  VETO_WORDS,
} from './rubric-sheet.ts'
import { tidyRubric } from './tidy-rubric.ts'
import type { RubricFile } from './write-rubric-sheet.ts'

/** What is wrong with a cell: `row` as the spreadsheet numbers it, `column` the title of its column, `problem` a field problem. */
export type SheetProblem = { sheet: string; row: number; column: string; problem: string; limit?: string | number }

/**
 * A workbook as it was understood. `file` is null when a cell cannot be read (`problems`); `incomplete` is what would still keep it
 * from being published, told at the same cells. The rows come back so that the workbook can be written again with the reasons.
 */
export type ReadRubric = {
  file: RubricFile | null
  problems: SheetProblem[]
  incomplete: SheetProblem[]
  criteria: FoundSheet<CriteriaColumn> | null
  settings: FoundSheet<SettingsColumn> | null
}

type Row = SheetRow<CriteriaColumn>
type Tell = (column: CriteriaColumn, problem: string, limit?: string | number) => void

const ROWS = 300
const TITLE = 80
const HELP = 500
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/

function keyIn<Key extends string>(words: Readonly<Record<Key, string>>, text: string): Key | null {
  const keys = Object.keys(words) as Key[]
  return keys.find((key) => words[key] === text || key === text) ?? null
}

function chosen<Key extends string>(
  row: Row,
  column: CriteriaColumn,
  words: Readonly<Record<Key, string>>,
  tell: Tell,
): Key | undefined {
  const text = textOf(row.cells[column])
  if (text === '') return undefined
  const key = keyIn(words, text)
  if (key === null) tell(column, 'not_one_of', Object.values<string>(words).join('、'))
  return key ?? undefined
}

/** 1 to 4; from the dots of the number where the level is not given. */
function levelOf(row: Row, tell: Tell): number {
  const text = textOf(row.cells.level) || String(textOf(row.cells.number).split('.').filter(Boolean).length || '')
  const level = Number(text)
  if (Number.isInteger(level) && level >= 1 && level <= MAX_DEPTH) return level
  tell('level', 'wrong_level', MAX_DEPTH)
  return 1
}

function metricIn(row: Row, tell: Tell): string | undefined {
  const text = textOf(row.cells.metric)
  if (text === '' || isMetricKey(text)) return text || undefined
  const found = Object.entries(METRICS).find(([, { title }]) => title === text)
  if (!found) tell('metric', 'unknown_metric', text)
  return found?.[0]
}

function lineIn(row: Row, column: 'title' | 'help', most: number, tell: Tell): string {
  const text = textOf(row.cells[column])
  if (text.length > most) tell(column, 'too_long', most)
  return text
}

/** A row as a node without its place in the tree; a code it lacks is given later. */
function nodeOf(row: Row, holds: boolean, tell: Tell): Criterion {
  const given = chosen(row, 'kind', KIND_WORDS, tell)
  if (given === 'leaf' && holds) tell('kind', 'leaf_has_children')
  const kind = given ?? (holds ? 'group' : 'leaf')
  const max = pointsIn(row.cells.max)
  if (max !== null && typeof max === 'object') tell('max', max.problem)
  const code = textOf(row.cells.code)
  if (code !== '' && !CODE.test(code)) tell('code', 'wrong_format')
  const help = lineIn(row, 'help', HELP, tell)
  const node: Criterion = {
    key: code,
    title: lineIn(row, 'title', TITLE, tell),
    kind,
    ...(typeof max === 'number' ? { max } : {}),
    ...(help === '' ? {} : { help }),
  }
  if (kind === 'group') return { ...node, children: [] }
  return {
    ...node,
    source: chosen(row, 'source', SOURCE_WORDS, tell),
    nature: chosen(row, 'nature', NATURE_WORDS, tell),
    vetoBy: chosen(row, 'vetoBy', VETO_WORDS, tell),
    metric: metricIn(row, tell),
  }
}

function withCodes(nodes: readonly Criterion[], tellAt: (index: number) => Tell): void {
  const taken = new Set<string>()
  nodes.forEach(({ key }, index) => {
    if (key !== '' && taken.has(key)) tellAt(index)('code', 'duplicate_key', key)
    taken.add(key)
  })
  for (const node of nodes) {
    if (node.key !== '') continue
    const letter = node.kind === 'group' ? 'g' : 'c'
    let number = 1
    while (taken.has(`${letter}${number}`)) number++
    node.key = `${letter}${number}`
    taken.add(node.key)
  }
}

/** Puts every node below the nearest one above it of a lower level. */
function treeOf(nodes: readonly Criterion[], levels: readonly number[]): Criterion[] {
  const top: Criterion[] = []
  const open: Criterion[] = []
  nodes.forEach((node, index) => {
    open.length = (levels[index] ?? 1) - 1
    const parent = open.at(-1)
    if (parent) parent.children = [...(parent.children ?? []), node]
    else top.push(node)
    open.push(node)
  })
  return top
}

function readCriteria(sheet: FoundSheet<CriteriaColumn>, problems: SheetProblem[]): Criterion[] {
  const rows = sheet.rows.slice(0, ROWS)
  const titleOf = (key: CriteriaColumn) => CRITERIA_COLUMNS.find((column) => column.key === key)?.title ?? key
  const tellAt =
    (index: number): Tell =>
    (column, problem, limit) => {
      const at = { sheet: sheet.name, row: rows[index]?.line ?? sheet.head, column: titleOf(column), problem }
      problems.push(limit === undefined ? at : { ...at, limit })
    }
  if (sheet.rows.length > ROWS) tellAt(ROWS)('level', 'too_many_rows', ROWS)
  const levels = rows.map((row, index) => levelOf(row, tellAt(index)))
  levels.forEach((level, index) => {
    if (level > (levels[index - 1] ?? 0) + 1) tellAt(index)('level', 'level_jump', (levels[index - 1] ?? 0) + 1)
  })
  const nodes = rows.map((row, index) => nodeOf(row, (levels[index + 1] ?? 0) > (levels[index] ?? 0), tellAt(index)))
  withCodes(nodes, tellAt)
  return treeOf(nodes, levels)
}

const MEMBER_COLUMNS: readonly [suffix: string, column: CriteriaColumn][] = [
  ['/max', 'max'],
  ['/source', 'source'],
  ['/nature', 'nature'],
  ['/metric', 'metric'],
  ['/children', 'kind'],
  ['/key', 'code'],
]

/** Nodes come in the order of the rows, so that a problem in the tree is told at its row. */
function incompleteOf(
  { purpose, body }: RubricFile,
  sheet: FoundSheet<CriteriaColumn>,
  settings: SettingsRead,
): SheetProblem[] {
  const nodes = placedNodes(body)
  return checkRubric(body, purpose).map(({ pointer, problem, limit }): SheetProblem => {
    const told = { problem, ...(limit === undefined ? {} : { limit }) }
    if (!pointer.startsWith('/criteria')) return { ...settings.placeOf(pointer), ...told }
    const at = nodes.findLastIndex((one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`))
    if (at < 0) return { sheet: sheet.name, row: sheet.head, column: '满分', ...told }
    const key = MEMBER_COLUMNS.find(([suffix]) => pointer.endsWith(suffix))?.[1] ?? 'title'
    const column = CRITERIA_COLUMNS.find((one) => one.key === key)?.title ?? key
    return { sheet: sheet.name, row: sheet.rows[at]?.line ?? sheet.head, column, ...told }
  })
}

/** A rubric out of the sheets of a workbook; without a sheet of settings those that bureaus start from hold. */
export function readRubricSheet(sheets: readonly ReadSheet[]): ReadRubric {
  const criteria = findSheet<CriteriaColumn>(sheets, CRITERIA_COLUMNS)
  const settings = findSheet<SettingsColumn>(sheets, SETTINGS_COLUMNS)
  const missing = { sheet: sheets[0]?.name ?? CRITERIA_SHEET, row: 1, column: '指标', problem: 'no_rubric_head' }
  if (!criteria) return { file: null, problems: [missing], incomplete: [], criteria, settings }
  const problems: SheetProblem[] = []
  const tree = readCriteria(criteria, problems)
  const rest = readSettings(settings)
  problems.push(...rest.problems)
  if (problems.length > 0) return { file: null, problems, incomplete: [], criteria, settings }
  const body = tidyRubric({ ...rest.body, criteria: tree })
  const file = { purpose: rest.purpose, body }
  return { file, problems, incomplete: incompleteOf(file, criteria, rest), criteria, settings }
}
