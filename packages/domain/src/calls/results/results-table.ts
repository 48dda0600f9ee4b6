/** Outcomes of screening as bureaus write them, and the move each one makes. */
export const OUTCOMES = {
  pass: { word: '通过', action: 'screen' },
  revise: { word: '修改', action: 'return' },
  major_revision: { word: '重大修改', action: 'return' },
  reject: { word: '不通过', action: 'reject' },
} as const
type Outcome = keyof typeof OUTCOMES

/** The words a results table may hold: those of its list, what people write instead, and the codes. */
const WRITTEN: Readonly<Record<string, Outcome>> = {
  通过: 'pass',
  合格: 'pass',
  修改: 'revise',
  修改后通过: 'revise',
  退回修改: 'revise',
  重大修改: 'major_revision',
  不通过: 'reject',
  不合格: 'reject',
  pass: 'pass',
  revise: 'revise',
  major_revision: 'major_revision',
  reject: 'reject',
}
/** As long as the reason of the same move alone. */
const REASON = 2000

type Cell = string | number | null
export type ResultCells = { number: Cell; outcome: Cell; reason: Cell }
/** A row that names an application and says what becomes of it; `row` counts from 1 in the rows as given. */
export type ResultRow = { row: number; number: string; outcome: Outcome; note: string | undefined }
export type ResultProblem = { row: number; column: 'number' | 'outcome' | 'reason'; problem: string; limit?: number }

const textOf = (cell: Cell) => String(cell ?? '').trim()

function readRow({ number, outcome, reason }: ResultCells, row: number): ResultRow | ResultProblem[] {
  const name = textOf(number)
  const found = Object.hasOwn(WRITTEN, textOf(outcome)) ? WRITTEN[textOf(outcome)] : undefined
  const note = textOf(reason)
  const problems: ResultProblem[] = [
    ...(name === '' ? [{ row, column: 'number', problem: 'required' } as const] : []),
    ...(found === undefined ? [{ row, column: 'outcome', problem: 'not_a_choice' } as const] : []),
    ...(found !== undefined && found !== 'pass' && note === ''
      ? [{ row, column: 'reason', problem: 'reason_required' } as const]
      : []),
    ...(note.length > REASON ? [{ row, column: 'reason', problem: 'too_long', limit: REASON } as const] : []),
  ]
  if (problems.length > 0 || found === undefined) return problems
  return { row, number: name, outcome: found, note: note === '' ? undefined : note }
}

/**
 * Reads a table of results. A row without an outcome is one that is not decided yet and is left out; one number decided
 * twice is refused both times, because nothing tells which of the two is meant.
 */
export function readResults(rows: readonly ResultCells[]): { sound: ResultRow[]; problems: ResultProblem[] } {
  const read = rows.flatMap((cells, index) => (textOf(cells.outcome) === '' ? [] : [readRow(cells, index + 1)]))
  const whole = read.flatMap((one) => (Array.isArray(one) ? [] : [one]))
  const times = new Map<string, number>()
  for (const { number } of whole) times.set(number, (times.get(number) ?? 0) + 1)
  const twice = whole.filter(({ number }) => (times.get(number) ?? 0) > 1)
  return {
    sound: whole.filter((one) => !twice.includes(one)),
    problems: [
      ...read.flatMap((one) => (Array.isArray(one) ? one : [])),
      ...twice.map(({ row }) => ({ row, column: 'number', problem: 'duplicate' }) as const),
    ].sort((a, b) => a.row - b.row),
  }
}
