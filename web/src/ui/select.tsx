import './field.css'
import { t } from '../words/words.ts'
import type { FieldLink } from './field.tsx'

export interface Choice {
  value: string
  label: string
  help?: string | undefined
  disabled?: boolean | undefined
}

export interface SelectProps extends FieldLink {
  value: string
  onChange: (value: string) => void
  options: readonly Choice[]
  /** The text of the empty choice; `null` leaves it out. */
  placeholder?: string | null | undefined
  name?: string | undefined
  disabled?: boolean | undefined
}

export function Select({ value, onChange, options, placeholder, ...rest }: SelectProps) {
  return (
    <select class="control" {...rest} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {placeholder !== null && <option value="">{placeholder ?? t('ui.choose')}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
