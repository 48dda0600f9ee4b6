import './field.css'
import { useId } from 'preact/hooks'
import type { Choice } from './select.tsx'

export interface RadioGroupProps {
  value: string
  onChange: (value: string) => void
  options: readonly Choice[]
  /** One under the other. */
  column?: boolean | undefined
  disabled?: boolean | undefined
  'aria-invalid'?: boolean | undefined
}

/** Put it in a `Field` with `group`. */
export function RadioGroup({ value, onChange, options, column, disabled, ...aria }: RadioGroupProps) {
  const name = useId()
  return (
    <div class={`choices${column ? ' choices-column' : ''}`}>
      {options.map((option) => (
        <label key={option.value} class={`choice${disabled || option.disabled ? ' choice-disabled' : ''}`}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled || option.disabled}
            aria-invalid={aria['aria-invalid']}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.help && <span class="choice-help">{option.help}</span>}
          </span>
        </label>
      ))}
    </div>
  )
}
