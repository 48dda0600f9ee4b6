import type { FormField, FormValue, FormValues } from '../calls/design/form.ts'
import type { AgreementBody, AgreementTarget, PlanMilestone } from './figures.ts'

/** What an amendment may change of an agreement; number, title and unit stay. */
export type AgreementTerms = Pick<AgreementBody, 'targets' | 'money' | 'outputs' | 'dates'>

type Row = Record<string, string | number | null>
type Head = { number: string; title: string; unitName: string }

const UNITS: Partial<Record<string, string>> = { persons: '人', days: '天', hours: '学时' }

function rowsOf(value: FormValue | undefined): readonly Row[] {
  return Array.isArray(value) ? value : []
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** A row of a table as one line: its filled cells in the order of the columns. */
function rowText(field: FormField, row: Row): string {
  const cells = field.columns ? field.columns.map(({ key }) => row[key]) : Object.values(row)
  return cells.filter((cell) => cell !== null && cell !== undefined && cell !== '').join('，')
}

/** Targets of a table: the first text of a row is the name, the first number what is promised, the next text its unit. */
function tableTargets(field: FormField, rows: readonly Row[]): AgreementTarget[] {
  return rows.flatMap((row) => {
    const cells = (field.columns ?? []).map(({ key }) => row[key])
    const [name, unit = ''] = cells.filter((cell): cell is string => typeof cell === 'string' && cell !== '')
    const promised = cells.find((cell): cell is number => typeof cell === 'number')
    if (name === undefined) return []
    return [
      {
        means: 'target' as const,
        name,
        promised: promised ?? rowText(field, row),
        unit: promised === undefined ? '' : unit,
      },
    ]
  })
}

function targetsOf(field: FormField, value: FormValue | undefined): AgreementTarget[] {
  const { means, title } = field
  if (means !== 'persons' && means !== 'days' && means !== 'hours' && means !== 'target') return []
  if (Array.isArray(value)) return tableTargets(field, value)
  if (typeof value === 'number') return [{ means, name: title, promised: value, unit: UNITS[means] ?? '' }]
  return typeof value === 'string' && value.trim() !== ''
    ? [{ means, name: title, promised: value.trim(), unit: '' }]
    : []
}

function moneyOf(form: readonly FormField[], values: FormValues): AgreementBody['money'] {
  const rows = form.filter(({ type }) => type === 'budget').flatMap(({ key }) => rowsOf(values[key]))
  const sums = new Map<string, number>()
  for (const { item, amount } of rows)
    if (typeof item === 'string' && typeof amount === 'number') sums.set(item, (sums.get(item) ?? 0) + amount)
  const items = [...sums].map(([item, amount]) => ({ item, amount }))
  if (items.length > 0) return { total: items.reduce((sum, { amount }) => sum + amount, 0), items }
  const total = form.filter(({ type }) => type === 'money').map(({ key }) => values[key])
  return { total: total.find((value): value is number => typeof value === 'number') ?? 0, items: [] }
}

function outputsOf(field: FormField, value: FormValue | undefined): string[] {
  if (field.means !== 'output') return []
  if (Array.isArray(value)) return value.map((row) => rowText(field, row)).filter((text) => text !== '')
  return value === null || value === undefined ? [] : lines(String(value))
}

/** Stages in the order of the form; those without both dates cannot bind anybody and are left out. */
function milestonesOf(form: readonly FormField[], values: FormValues): PlanMilestone[] {
  return form
    .filter(({ type }) => type === 'milestones')
    .flatMap(({ key }) => rowsOf(values[key]))
    .flatMap(({ text, from, to }) =>
      typeof text === 'string' && typeof from === 'string' && typeof to === 'string' ? [{ text, from, to }] : [],
    )
}

/** What an approved application promises, read by the types of its fields and by what they mean, never by their keys. */
export function agreementOf(form: readonly FormField[], values: FormValues, head: Head): AgreementBody {
  const milestones = milestonesOf(form, values)
  return {
    ...head,
    targets: form.flatMap((field) => targetsOf(field, values[field.key])),
    money: moneyOf(form, values),
    outputs: form.flatMap((field) => outputsOf(field, values[field.key])),
    dates: {
      from: milestones.map(({ from }) => from).sort()[0] ?? null,
      to:
        milestones
          .map(({ to }) => to)
          .sort()
          .reverse()[0] ?? null,
      milestones,
    },
  }
}
