import './field.css'
import { useEffect, useState } from 'preact/hooks'
import type { FieldLink } from './field.tsx'
import { holdImeEnter } from './ime.ts'

export interface NumericTextInputProps extends FieldLink {
  value: number | null
  onChange: (value: number | null) => void
  onBlur?: (() => void) | undefined
  /** Text of a value while it is not being typed. */
  show: (value: number) => string
  /** Value of a text; undefined when it is none. */
  read: (text: string) => number | null | undefined
  unit?: string | undefined
  placeholder?: string | undefined
  disabled?: boolean | undefined
  readOnly?: boolean | undefined
  inputMode: 'numeric' | 'decimal'
}

/** A number as text: no wheel that changes it, no digits lost. What is no number stays in view, is marked, and gives null. */
export function NumericTextInput(props: NumericTextInputProps) {
  const { value, onChange, onBlur, show, read, unit, ...rest } = props
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    if (text !== null && read(text) !== value && read(text) !== undefined) setText(null)
  }, [value])
  const shown = text ?? (value === null ? '' : show(value))
  const wrong = text !== null && read(text) === undefined

  function input(event: { currentTarget: HTMLInputElement }) {
    const next = event.currentTarget.value
    setText(next)
    onChange(read(next) ?? null)
  }
  function blur() {
    if (!wrong) setText(null)
    onBlur?.()
  }
  const control = (
    <input
      class="control control-number"
      type="text"
      autocomplete="off"
      {...rest}
      aria-invalid={wrong || rest['aria-invalid']}
      value={shown}
      onInput={input}
      onBlur={blur}
      onKeyDown={holdImeEnter}
    />
  )
  if (unit === undefined) return control
  return (
    <div class="control-with-unit">
      {control}
      <span class="control-unit">{unit}</span>
    </div>
  )
}
