import type { FormErrors, FormField } from './form-field.ts'
import { FormFieldControl } from './form-field-control.tsx'
import { type FormFinding, isBlocked } from './form-finding.ts'

interface FormRowCellProps {
  column: FormField
  /** Its row, from 0. */
  at: number
  /** Its own pointer. */
  pointer: string
  value: unknown
  errors: FormErrors
  findings: readonly FormFinding[]
  onChange: (value: unknown) => void
}

/** The control of one cell, and what is wrong with it below. */
export function FormRowCell({ column, at, pointer, value, errors, findings, onChange }: FormRowCellProps) {
  const error = errors[pointer]
  return (
    <>
      <FormFieldControl
        field={column}
        inCell
        value={value}
        onChange={onChange}
        link={{
          'aria-label': `${column.title} ${at + 1}`,
          'aria-required': column.required || undefined,
          'aria-invalid': error || isBlocked(findings, pointer) ? true : undefined,
          'aria-describedby': error ? pointer : undefined,
        }}
      />
      {error && (
        <div class="field-error" id={pointer}>
          {error}
        </div>
      )}
    </>
  )
}
