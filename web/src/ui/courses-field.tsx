import './plan-fields.css'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'
import { CourseTotals } from './course-totals.tsx'
import { FindingLines } from './finding-lines.tsx'
import { asRows, pointerTo } from './form-field.ts'
import { findingsUnder } from './form-finding.ts'
import { FormRowCell } from './form-row-cell.tsx'
import type { FormRowsProps } from './form-rows.tsx'
import { columnsOf } from './people-columns.ts'

/** Courses of a plan, each a block of two lines: what and how long, who and for how much. */
export function CoursesField({ field, value, onChange, errors, pointer, findings = [] }: FormRowsProps) {
  const columns = columnsOf(field)
  const rows = asRows(value)
  const most = field.limits?.maxRows
  const set = (at: number, key: string, cell: unknown) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, [key]: cell } : row)))
  const raise = (at: number) => {
    const [row, above] = [rows[at], rows[at - 1]]
    if (row && above) onChange(rows.map((one, index) => (index === at - 1 ? row : index === at ? above : one)))
  }
  return (
    <div>
      <ol class="courses">
        {rows.map((row, at) => {
          const place = pointerTo(pointer, at)
          return (
            // a row has no name of its own before it is stored; its place is its key
            <li key={at} class="course">
              <div class="course-head">
                <strong>{t('plan.course', { n: at + 1 })}</strong>
                <span class="row">
                  {at > 0 && (
                    <Button
                      kind="text"
                      size="small"
                      icon="up"
                      title={t('plan.moveUp', { n: at + 1 })}
                      onClick={() => raise(at)}
                    />
                  )}
                  <Button
                    kind="text"
                    size="small"
                    icon="close"
                    title={t('plan.removeCourse', { n: at + 1 })}
                    onClick={() => onChange(rows.filter((_, index) => index !== at))}
                  />
                </span>
              </div>
              <div class="course-cells">
                {columns.map((column) => {
                  const cell = pointerTo(place, column.key)
                  return (
                    <div key={column.key} class={`course-cell course-${column.key}`} data-pointer={cell}>
                      <span class="course-label" aria-hidden="true">
                        {column.required && <span class="field-star">*</span>}
                        {column.title}
                      </span>
                      <FormRowCell
                        column={column}
                        at={at}
                        pointer={cell}
                        value={row[column.key]}
                        errors={errors}
                        findings={findings}
                        onChange={(next) => set(at, column.key, next)}
                      />
                    </div>
                  )
                })}
              </div>
              <FindingLines findings={findingsUnder(findings, place)} />
            </li>
          )
        })}
      </ol>
      <div class="row plan-foot">
        <Button
          size="small"
          icon="plus"
          disabled={most !== undefined && rows.length >= most}
          onClick={() => onChange([...rows, {}])}
        >
          {t('plan.addCourse')}
        </Button>
        {most !== undefined && <span class="field-help">{t('ui.atMostRows', { n: most })}</span>}
      </div>
      {rows.length > 0 && <CourseTotals rows={rows} />}
    </div>
  )
}
