import { wordFile } from '../words/words.ts'
import './form-rows.css'
import type { ComponentChildren } from 'preact'
import { lazyPage } from '../lazy-page.tsx'
import { formatNumber, formatYuan } from '../words/format.ts'
import { asFiles, asNumber, asRows, asText, asTexts, type FormField } from './form-field.ts'
import { columnsOf } from './people-columns.ts'
import { ScrollRegion } from './scroll-region.tsx'

const budgetWords = wordFile('money', () => import('../words/zh/money.ts'))
const BudgetValue = lazyPage(() => import('./budget-value.tsx').then((m) => m.BudgetValue), budgetWords)
const UploadedFiles = lazyPage(() => import('./uploaded-files.tsx').then((m) => m.UploadedFiles))
const CourseTotals = lazyPage(() => import('./course-totals.tsx').then((m) => m.CourseTotals))
const StageTimeline = lazyPage(() => import('./stage-timeline.tsx').then((m) => m.StageTimeline))

/** Figures stand right, and a date is never broken. */
const cellLook: Readonly<Partial<Record<FormField['type'], string>>> = {
  money: 'number',
  number: 'number',
  date: 'nowrap',
}

const tables: readonly FormField['type'][] = ['table', 'people', 'stages', 'courses']

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function choiceText({ choices = [], limits }: FormField, value: unknown): string {
  const codes = limits?.multiple ? asTexts(value) : [asText(value)]
  return codes.map((code) => choices.find((choice) => choice.value === code)?.label ?? code).join('、')
}

/** A value as text and figures, for reading and printing. */
export function FormFieldValue({ field, value }: { field: FormField; value: unknown }): ComponentChildren {
  const { type, limits } = field
  if (type === 'money') return formatYuan(asNumber(value))
  if (type === 'number') {
    const number = asNumber(value)
    return number === null ? '—' : `${formatNumber(number)}${limits?.unit ? ` ${limits.unit}` : ''}`
  }
  if (type === 'choice') return choiceText(field, value) || '—'
  if (type === 'file') return asFiles(value).length === 0 ? '—' : <UploadedFiles files={asFiles(value)} />
  if (type === 'budget') return <BudgetValue value={value} />
  if (!tables.includes(type)) return asText(value) || '—'
  const rows = asRows(value)
  // columns of courses that nobody filled would only take room
  const columns = columnsOf(field).filter(({ key }) => type !== 'courses' || rows.some((row) => !isBlank(row[key])))
  if (rows.length === 0) return '—'
  return (
    <ScrollRegion name={field.title}>
      <table class={`form-rows-read${type === 'courses' ? ' courses-read' : ''}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                class={column.type === 'money' || column.type === 'number' ? 'number' : ''}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map((column) => (
                <td key={column.key} class={cellLook[column.type]}>
                  <FormFieldValue field={column} value={row[column.key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {type === 'courses' && <CourseTotals rows={rows} />}
      {type === 'stages' && <StageTimeline rows={rows} />}
    </ScrollRegion>
  )
}
