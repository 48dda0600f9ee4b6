import './field.css'
import type { FieldLink } from './field.tsx'

export interface DateInputProps extends FieldLink {
  /** `2026-11-21`, or empty. */
  value: string
  onChange: (date: string) => void
  onBlur?: (() => void) | undefined
  min?: string | undefined
  max?: string | undefined
  disabled?: boolean | undefined
  readOnly?: boolean | undefined
}

export function DateInput({ onChange, ...rest }: DateInputProps) {
  return (
    <input
      class="control"
      type="date"
      placeholder="2026-11-21"
      {...rest}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  )
}
