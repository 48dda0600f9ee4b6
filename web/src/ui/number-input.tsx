import type { FieldLink } from './field.tsx'
import { readNumber } from './number-text.ts'
import { NumericTextInput } from './numeric-text-input.tsx'

export interface NumberInputProps extends FieldLink {
  value: number | null
  onChange: (value: number | null) => void
  onBlur?: (() => void) | undefined
  /** Digits allowed after the point; none by default. */
  decimals?: number | undefined
  /** Shown behind, as 人, 学时 or 分. */
  unit?: string | undefined
  placeholder?: string | undefined
  disabled?: boolean | undefined
  readOnly?: boolean | undefined
}

export function NumberInput({ decimals = 0, ...rest }: NumberInputProps) {
  return (
    <NumericTextInput
      {...rest}
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
      show={String}
      read={(text) => readNumber(text, decimals)}
    />
  )
}
