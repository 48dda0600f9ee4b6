import { BUDGET_GROUPS } from '@shixun/domain/money/budget-items'
import { asNumber, asRows, asText } from './form-field.ts'

/** One line of a budget with its place among the rows of the value; `at` is null for an item that has none yet. */
export interface BudgetLine {
  at: number | null
  item: string
  /** Integer fen; null while it is not told. */
  amount: number | null
  basis: string
}

type Row = Readonly<Record<string, unknown>>

const order: readonly string[] = BUDGET_GROUPS.flatMap(({ items }) => [...items])

export const budgetGroups: readonly { key: string; items: readonly string[] }[] = BUDGET_GROUPS

function lineOf(row: Row, at: number): BudgetLine {
  return { at, item: asText(row['item']), amount: asNumber(row['amount']), basis: asText(row['basis']) }
}

export function budgetLines(value: unknown): BudgetLine[] {
  return asRows(value).map(lineOf)
}

/** The lines of an item in their order; an empty one when it has none, so that there is something to fill. */
export function linesOfItem(lines: readonly BudgetLine[], item: string): BudgetLine[] {
  const own = lines.filter((line) => line.item === item)
  return own.length > 0 ? own : [{ at: null, item, amount: null, basis: '' }]
}

export function sumOf(lines: readonly BudgetLine[]): number {
  return lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
}

function placeFor(rows: readonly Row[], item: string): number {
  const rank = order.indexOf(item)
  const later = rows.findIndex((row) => order.indexOf(asText(row['item'])) > rank)
  return later < 0 ? rows.length : later
}

/** The rows with one line changed. A new line goes behind those of its item; a line that says nothing any more goes away. */
export function withBudgetLine(value: unknown, line: BudgetLine): Row[] {
  const rows: Row[] = asRows(value)
  const { at, item, amount, basis } = line
  const row = { item, amount, basis }
  if (at === null) {
    const place = placeFor(rows, item)
    return [...rows.slice(0, place), row, ...rows.slice(place)]
  }
  if (amount === null && basis === '') return rows.filter((_, index) => index !== at)
  return rows.map((one, index) => (index === at ? row : one))
}

/** The rows with an empty line more for an item. */
export function withMoreLine(value: unknown, item: string): Row[] {
  return withBudgetLine(value, { at: null, item, amount: null, basis: '' })
}

export function withoutLine(value: unknown, at: number): Row[] {
  return asRows(value).filter((_, index) => index !== at)
}
