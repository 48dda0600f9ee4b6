import './field.css'
import { createElement } from 'preact'
import type { FieldLink } from './field.tsx'
import { holdImeEnter } from './ime.ts'

export interface TextInputProps extends FieldLink {
  value: string
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
  type?: 'text' | 'password' | 'email' | 'tel' | 'url' | 'search' | undefined
  name?: string | undefined
  maxLength?: number | undefined
  placeholder?: string | undefined
  autoComplete?: string | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | undefined
  disabled?: boolean | undefined
  readOnly?: boolean | undefined
  autoFocus?: boolean | undefined
}

export function TextInput({ onChange, type = 'text', autoFocus, ...rest }: TextInputProps) {
  // as JSX the typings want one literal type per element
  return createElement('input', {
    class: 'control',
    type,
    autofocus: autoFocus,
    ...rest,
    onInput: (event) => onChange(event.currentTarget.value),
    onKeyDown: holdImeEnter,
  })
}
