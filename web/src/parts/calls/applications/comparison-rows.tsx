import './comparison.css'
import type { OutputOf } from '../../../call.ts'
import type { FormField } from '../../../ui/form-field.ts'
import { FormFieldValue } from '../../../ui/form-field-value.tsx'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { t } from '../../../words/words.ts'
import { ChangeTag } from './change-tag.tsx'
import { comparedColumns } from './comparison-columns.ts'

type RowChange = NonNullable<OutputOf<'compareSubmissions'>['fields'][number]['rows']>[number]

interface ComparisonRowsProps {
  field: FormField
  rows: readonly RowChange[]
  onlyChanges: boolean
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function Cell({ column, row }: { column: FormField; row: RowChange }) {
  const before = row.before?.[column.key]
  const after = row.after?.[column.key]
  if (row.change === 'changed' && row.cells.includes(column.key)) {
    return (
      <>
        {!isBlank(before) && (
          <del>
            <span class="visually-hidden">{t('files.deleted')}</span>
            <FormFieldValue field={column} value={before} />
          </del>
        )}{' '}
        {!isBlank(after) && (
          <ins>
            <span class="visually-hidden">{t('files.inserted')}</span>
            <FormFieldValue field={column} value={after} />
          </ins>
        )}
      </>
    )
  }
  return <FormFieldValue field={column} value={row.after === null ? before : after} />
}

/** Rows of a table on both sides in one table, each with what became of it. */
export function ComparisonRows({ field, rows, onlyChanges }: ComparisonRowsProps) {
  const shown = onlyChanges ? rows.filter(({ change, moved }) => change !== 'same' || moved) : rows
  const columns = comparedColumns(field).filter(({ key }) =>
    rows.some(({ before, after }) => !isBlank(before?.[key]) || !isBlank(after?.[key])),
  )
  return (
    <ScrollRegion name={field.title}>
      <table class="form-rows-read comparison-rows">
        <thead>
          <tr>
            <th scope="col">{t('files.change')}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <tr key={at} class={`comparison-${row.change}`}>
              <td class="nowrap">
                {row.change === 'same' && row.moved ? (
                  <Tag tone="blue">{t('files.moved')}</Tag>
                ) : (
                  <ChangeTag change={row.change} />
                )}
              </td>
              {columns.map((column) => (
                <td key={column.key}>
                  <Cell column={column} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && <p class="muted">{t('files.rowsSame', { n: rows.length - shown.length })}</p>}
    </ScrollRegion>
  )
}
