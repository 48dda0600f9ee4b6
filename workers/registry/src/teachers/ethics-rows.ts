import { readIdentityDocument } from '@shixun/domain/teachers/identity-document'
import { type Cell, type CellProblem, cellReader } from './cell-reader.ts'

export type EthicsCells = {
  schoolCode?: Cell
  name?: Cell
  document?: Cell
  year?: Cell
  result?: Cell
  until?: Cell
  reason?: Cell
}

/** A sound row. Without a name it concerns the school itself; `document` is an identity number, where names coincide. */
export type EthicsRow = {
  row: number
  schoolCode: string
  name: string | null
  document: string | null
  year: number
  result: 'pass' | 'fail'
  until: string | null
  reason: string
}

const RESULT_WORDS: Readonly<Record<string, 'pass' | 'fail'>> = {
  pass: 'pass',
  fail: 'fail',
  优秀: 'pass',
  合格: 'pass',
  基本合格: 'pass',
  不合格: 'fail',
  一票否决: 'fail',
}

type Reader = ReturnType<typeof cellReader<EthicsCells>>

function readYear(read: Reader, cell: Cell): number {
  const year = typeof cell === 'number' ? cell : Number(read.text('year', 10).replace(/[年度\s]+$/, ''))
  if (Number.isInteger(year) && year >= 2000 && year <= 2100) return year
  if (typeof cell === 'number' || !read.blank('year')) read.wrong('year', 'wrong_format')
  return 0
}

/** The last day of a veto. */
function readUntil(read: Reader, year: number): string | null {
  if (read.blank('until')) return null
  const day = read.day('until')
  if (day !== '' && day < `${year}-01-01`) read.wrong('until', 'ends_before_year')
  return day
}

function readDocument(read: Reader, cell: Cell): string | null {
  if (read.blank('document')) return null
  if (typeof cell === 'number') read.wrong('document', 'numeric_cell')
  const document = typeof cell === 'string' ? readIdentityDocument('resident-identity-card', cell) : null
  if (document?.ok) return document.value.number
  if (typeof cell === 'string') read.wrong('document', 'wrong_format')
  return null
}

/** Checks rows by themselves; which school and teacher they mean, and what stands already, the database tells. */
export function checkEthicsRows(rows: readonly EthicsCells[]): { sound: EthicsRow[]; problems: CellProblem[] } {
  const sound: EthicsRow[] = []
  const problems: CellProblem[] = []
  rows.forEach((cells, index) => {
    const read = cellReader(cells, index + 1)
    const schoolCode = read.code('schoolCode')
    const name = read.blank('name') ? null : read.text('name', 40)
    const document = readDocument(read, cells.document)
    if (document !== null && name === null) read.wrong('name', 'required')
    const year = readYear(read, cells.year)
    const result = read.choice('result', RESULT_WORDS)
    const until = readUntil(read, year)
    const reason = read.text('reason', 500)
    problems.push(...read.problems)
    if (read.problems.length === 0 && result !== '')
      sound.push({ row: index + 1, schoolCode, name, document, year, result, until, reason })
  })
  return { sound, problems }
}
