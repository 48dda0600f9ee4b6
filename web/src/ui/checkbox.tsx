import './field.css'
import type { ComponentChildren } from 'preact'

export interface CheckboxProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children?: ComponentChildren
  /** Some of what it stands for is chosen, some not. */
  mixed?: boolean | undefined
  disabled?: boolean | undefined
  'aria-label'?: string | undefined
  'aria-invalid'?: boolean | undefined
}

export function Checkbox({ checked, onChange, children, mixed = false, disabled, ...aria }: CheckboxProps) {
  return (
    <label class={`choice${disabled ? ' choice-disabled' : ''}`}>
      <input
        type="checkbox"
        checked={checked}
        indeterminate={mixed}
        disabled={disabled}
        {...aria}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children !== undefined && <span>{children}</span>}
    </label>
  )
}
