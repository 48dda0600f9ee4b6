import { checkForm, type FormField, type FormValue } from '../design/form.ts'
import { ROW_COLUMNS } from '../design/form-columns.ts'

type Row = Record<string, string | number | null>
type NamedColumn = { key: string; title?: string; type: string }

const MOST_ROWS = 200

function columnsOf(field: FormField): readonly NamedColumn[] {
  return ROW_COLUMNS[field.type] ?? field.columns ?? []
}

function saysNothing(value: string | number | null | undefined): boolean {
  return value === undefined || value === null || value === ''
}

/** Whether a cell may stand in this column of the field, asked of the form's own rule. */
function fits(field: FormField, key: string, value: string | number): boolean {
  return checkForm([field], { [field.key]: [{ [key]: value }] }, false).length === 0
}

function cellFor(column: NamedColumn, before: FormField, row: Row): { key: string; value: string | number } | null {
  const columns = columnsOf(before)
  const source =
    columns.find(({ key }) => key === column.key) ??
    columns.find(({ title }) => title !== undefined && title === column.title)
  const value = source && Object.hasOwn(row, source.key) ? row[source.key] : undefined
  if (!source || value === undefined || value === null || value === '') return null
  // 元 and bare figures differ by a hundred
  if ((source.type === 'money') !== (column.type === 'money')) return null
  return { key: source.key, value: column.type === 'text' ? String(value) : value }
}

/**
 * Rows under another field of rows: cell by cell, by the key of its column or its title. `whole` says whether every
 * cell that says something found its place.
 */
export function carryRows(
  before: FormField,
  field: FormField,
  rows: readonly Row[],
): { value: FormValue; whole: boolean } {
  const most = Math.min(field.maximum ?? MOST_ROWS, MOST_ROWS)
  let whole = rows.length <= most
  const carried = rows.slice(0, most).map((row) => {
    const placed = new Set<string>()
    const next: Row = {}
    for (const column of columnsOf(field)) {
      const cell = cellFor(column, before, row)
      if (!cell || !fits(field, column.key, cell.value)) continue
      next[column.key] = cell.value
      placed.add(cell.key)
    }
    whole &&= Object.entries(row).every(([key, value]) => saysNothing(value) || placed.has(key))
    return next
  })
  // cells that fit one by one may make a row that does not, as an end before its start
  const sound = checkForm([field], { [field.key]: carried }, false).length === 0
  return sound ? { value: carried, whole } : { value: null, whole: false }
}
