import './form-rows.css'
import type { ComponentChildren } from 'preact'
import { formatNumber, formatYuan } from '../words/format.ts'
import { asFiles, asNumber, asRows, asText, asTexts, type FormField } from './form-field.ts'
import { columnsOf } from './people-columns.ts'
import { UploadedFiles } from './uploaded-files.tsx'

/** Figures stand right, and a date is never broken. */
const cellLook: Readonly<Partial<Record<FormField['type'], string>>> = {
  money: 'number',
  number: 'number',
  date: 'nowrap',
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
  if (type !== 'table' && type !== 'people') return asText(value) || '—'
  const columns = columnsOf(field)
  const rows = asRows(value)
  if (rows.length === 0) return '—'
  return (
    <div class="form-rows-scroll">
      <table class="form-rows-read">
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
    </div>
  )
}
