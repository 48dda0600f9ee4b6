import { type ImportColumn, readPasted } from '../../frame/pasted-table.ts'
import type { FormField } from '../../ui/form-field.ts'

export type TrialRow = Readonly<Record<string, unknown>>

/** What a pasted table holds: rows by column key, and what could not be read, by its line (from 1) and column title. */
export interface PastedEntries {
  rows: TrialRow[]
  wrong: { line: number; title: string; cell: string }[]
}

/** `2026/3/2`, `2026.3.2` and `2026年3月2日` are the dates of spreadsheets. */
export function dayFrom(cell: string): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell)
  if (!parts) return null
  const [, year = '', month = '', day = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function cellValue({ type, choices = [] }: FormField, cell: string): unknown {
  if (type === 'date') return dayFrom(cell)
  if (type === 'number') return /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : null
  if (type !== 'choice') return cell
  return choices.find(({ value, label }) => label === cell || value === cell)?.value ?? null
}

/** Reads rows copied from a spreadsheet; cells that cannot be read are left empty and named. */
export function readEntries(text: string, columns: readonly FormField[]): PastedEntries {
  const asked: ImportColumn[] = columns.map(({ key, title }) => ({
    key,
    title,
    required: false,
    help: '',
    example: '',
  }))
  const wrong: PastedEntries['wrong'] = []
  const rows = readPasted(text, asked).map((cells, at) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const cell = cells[column.key]
        if (cell === undefined) return []
        const value = cellValue(column, cell)
        if (value === null) wrong.push({ line: at + 1, title: column.title, cell })
        return value === null ? [] : [[column.key, value] as const]
      }),
    ),
  )
  return { rows, wrong }
}

function textOf(row: TrialRow, key: string): string {
  const value = row[key]
  return typeof value === 'string' ? value : ''
}

function numberOf(row: TrialRow, key: string): number | undefined {
  const value = row[key]
  return typeof value === 'number' ? value : undefined
}

/** The rows of the screen as the API takes them; a row without an id is known by its place. */
export function entriesOf(rows: readonly TrialRow[]) {
  return rows.map((row, at) => {
    const hours = numberOf(row, 'hours')
    const [due, actual] = [numberOf(row, 'due'), numberOf(row, 'actual')]
    const reverses = textOf(row, 'reverses')
    return {
      id: textOf(row, 'id') || String(at + 1),
      date: textOf(row, 'date'),
      channel: textOf(row, 'channel'),
      level: textOf(row, 'level'),
      module: textOf(row, 'module'),
      category: textOf(row, 'category'),
      activity: textOf(row, 'activity'),
      project: textOf(row, 'project'),
      provider: textOf(row, 'provider'),
      accredited: row['accredited'] !== 'no',
      status: row['status'] === 'pending' ? ('pending' as const) : ('confirmed' as const),
      ...(hours === undefined ? {} : { hours }),
      ...(due === undefined || actual === undefined ? {} : { attendance: { due, actual } }),
      ...(reverses === '' ? {} : { reverses }),
    }
  })
}
