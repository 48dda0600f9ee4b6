import './form-rows.css'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'
import { asRows, type FormErrors, type FormField, pointerTo } from './form-field.ts'
import { type FormFinding, noFindings } from './form-finding.ts'
import { FormRowCell } from './form-row-cell.tsx'
import { columnsOf } from './people-columns.ts'

export interface FormRowsProps {
  field: FormField
  value: unknown
  onChange: (rows: unknown) => void
  errors: FormErrors
  /** Pointer of the field itself. */
  pointer: string
  /** What live checks found, for those kinds of rows that show it. */
  findings?: readonly FormFinding[] | undefined
}

/** Rows of a table or a list of people, each cell with the control of its column. */
export function FormRows({ field, value, onChange, errors, pointer, findings = noFindings }: FormRowsProps) {
  const columns = columnsOf(field)
  const rows = asRows(value)
  const most = field.limits?.maxRows
  const full = most !== undefined && rows.length >= most
  function set(at: number, key: string, cell: unknown) {
    onChange(rows.map((row, index) => (index === at ? { ...row, [key]: cell } : row)))
  }
  return (
    <div>
      {rows.length > 0 && (
        <div class="form-rows-scroll">
          <table class="form-rows">
            <thead>
              <tr>
                <th scope="col">#</th>
                {columns.map((column) => (
                  <th key={column.key} scope="col">
                    {column.required && (
                      <span class="field-star" aria-hidden="true">
                        *
                      </span>
                    )}
                    {column.title}
                  </th>
                ))}
                <th>
                  <span class="visually-hidden">{t('ui.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // a row has no name of its own before it is stored; its place is its key
                <tr key={at}>
                  <td class="form-row-number">{at + 1}</td>
                  {columns.map((column) => {
                    const cell = pointerTo(pointerTo(pointer, at), column.key)
                    return (
                      <td key={column.key} data-label={column.title} data-pointer={cell}>
                        <FormRowCell
                          column={column}
                          at={at}
                          pointer={cell}
                          value={row[column.key]}
                          errors={errors}
                          findings={findings}
                          onChange={(next) => set(at, column.key, next)}
                        />
                      </td>
                    )
                  })}
                  <td class="form-row-remove">
                    <Button
                      kind="text"
                      icon="close"
                      title={t('ui.removeRow', { n: at + 1 })}
                      onClick={() => onChange(rows.filter((_, index) => index !== at))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div class="row">
        <Button size="small" icon="plus" disabled={full} onClick={() => onChange([...rows, {}])}>
          {t('ui.addRow')}
        </Button>
        {most !== undefined && <span class="field-help">{t('ui.atMostRows', { n: most })}</span>}
      </div>
    </div>
  )
}
