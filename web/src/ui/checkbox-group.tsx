import type { ComponentChildren } from 'preact'
import { Checkbox } from './checkbox.tsx'
import type { Choice } from './select.tsx'

export interface CheckboxGroupProps {
  value: readonly string[]
  onChange: (value: string[]) => void
  options: readonly Choice[]
  column?: boolean | undefined
  disabled?: boolean | undefined
  'aria-invalid'?: boolean | undefined
}

function label(option: Choice): ComponentChildren {
  if (!option.help) return option.label
  return (
    <>
      {option.label}
      <span class="choice-help">{option.help}</span>
    </>
  )
}

/** Put it in a `Field` with `group`; the value keeps the order of the options. */
export function CheckboxGroup({ value, onChange, options, column, disabled, ...aria }: CheckboxGroupProps) {
  function toggle(changed: string, on: boolean) {
    onChange(options.map((o) => o.value).filter((v) => (v === changed ? on : value.includes(v))))
  }
  return (
    <div class={`choices${column ? ' choices-column' : ''}`}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          checked={value.includes(option.value)}
          disabled={disabled || option.disabled}
          aria-invalid={aria['aria-invalid']}
          onChange={(on) => toggle(option.value, on)}
        >
          {label(option)}
        </Checkbox>
      ))}
    </div>
  )
}
