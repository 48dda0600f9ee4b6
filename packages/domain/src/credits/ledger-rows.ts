import { isCalendarDate } from '../shared/china-time.ts'
import { CHANNELS, type Channel } from './policy.ts'

/** A row of old hours as a spreadsheet holds it. */
export type LedgerCells = Readonly<
  Partial<
    Record<
      | 'name'
      | 'schoolCode'
      | 'documentTail'
      | 'date'
      | 'hours'
      | 'channel'
      | 'level'
      | 'module'
      | 'category'
      | 'title'
      | 'providerName',
      string | number | boolean | null | undefined
    >
  >
>
export type LedgerRejected = { row: number; column: string; problem: string; limit?: number }
/** A sound row; `row` counts from 1. Hours have at most two decimals. */
export type LedgerLine = {
  row: number
  name: string
  schoolCode: string
  documentTail: string
  date: string
  hours: number
  channel: Channel
  level: string
  module: string
  category: string
  title: string
  providerName: string
}

const MOST_HOURS = 1000
const EARLIEST = '1990-01-01'

const textOf = (cell: LedgerCells[keyof LedgerCells]) => (cell ?? '').toString().trim()

/** A day however people write it: 2026-01-01, 2026/1/1, 2026.1.1, 2026年1月1日. Null for what is none. */
function dayIn(text: string): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text)
  if (!parts) return null
  const [, year = '', month = '', day = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}

/** A word of a table, or its code. */
function codeIn(text: string, words: Readonly<Record<string, string>>): string | null {
  return Object.entries(words).find(([code, word]) => code === text || word === text)?.[0] ?? null
}

type Wrong = Omit<LedgerRejected, 'row'>

function wrongIn(cells: LedgerCells, levels: Readonly<Record<string, string>>, today: string): Wrong[] {
  const required = (['name', 'date', 'hours', 'channel', 'title', 'providerName'] as const)
    .filter((column) => textOf(cells[column]) === '')
    .map((column): Wrong => ({ column, problem: 'required' }))
  const long = Object.entries({ name: 40, title: 100, providerName: 60, module: 60, category: 40 })
    .filter(([column, most]) => textOf(cells[column as keyof LedgerCells]).length > most)
    .map(([column, limit]): Wrong => ({ column, problem: 'too_long', limit }))
  const wrong: Wrong[] = []
  const add = (column: keyof LedgerCells, problem: string | null, limit?: number) => {
    if (problem !== null && textOf(cells[column]) !== '')
      wrong.push({ column, problem, ...(limit === undefined ? {} : { limit }) })
  }
  if (typeof cells.schoolCode === 'number') add('schoolCode', 'numeric_cell')
  const date = dayIn(textOf(cells.date))
  add('date', date === null ? 'not_a_date' : date > today || date < EARLIEST ? 'in_the_future' : null)
  const hours = Number(textOf(cells.hours))
  if (Number.isNaN(hours)) add('hours', 'not_a_number')
  else if (hours <= 0) add('hours', 'too_small', 0)
  else if (hours > MOST_HOURS) add('hours', 'too_large', MOST_HOURS)
  else add('hours', Math.abs(hours * 100 - Math.round(hours * 100)) > 1e-6 ? 'too_many_decimals' : null)
  add('channel', codeIn(textOf(cells.channel), CHANNELS) === null ? 'not_a_choice' : null)
  add('level', codeIn(textOf(cells.level), levels) === null ? 'not_a_choice' : null)
  return [...required, ...long, ...wrong]
}

/** Rows of old hours: the sound ones, and of every other each cell that is wrong. `levels` are the words of the levels. */
export function readLedgerRows(
  rows: readonly LedgerCells[],
  levels: Readonly<Record<string, string>>,
  today: string,
): { sound: LedgerLine[]; rejected: LedgerRejected[] } {
  const sound: LedgerLine[] = []
  const rejected: LedgerRejected[] = []
  rows.forEach((cells, n) => {
    const row = n + 1
    const wrong = wrongIn(cells, levels, today)
    if (wrong.length > 0) {
      rejected.push(...wrong.map((one) => ({ row, ...one })))
      return
    }
    const text = (column: keyof LedgerCells) => textOf(cells[column])
    sound.push({
      row,
      ...{ name: text('name'), schoolCode: text('schoolCode'), documentTail: text('documentTail').toUpperCase() },
      ...{ date: dayIn(text('date')) ?? '', hours: Number(text('hours')) },
      channel: codeIn(text('channel'), CHANNELS) as Channel,
      level: codeIn(text('level'), levels) ?? '',
      ...{ module: text('module'), category: text('category'), title: text('title') },
      providerName: text('providerName'),
    })
  })
  return { sound, rejected }
}
