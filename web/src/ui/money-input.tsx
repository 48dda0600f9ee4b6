import { formatYuan, yuanText } from '../words/format.ts'
import { t } from '../words/words.ts'
import type { FieldLink } from './field.tsx'
import { readFen } from './number-text.ts'
import { NumericTextInput } from './numeric-text-input.tsx'

export interface MoneyInputProps extends FieldLink {
  /** Integer fen. */
  value: number | null
  onChange: (fen: number | null) => void
  onBlur?: (() => void) | undefined
  placeholder?: string | undefined
  disabled?: boolean | undefined
  readOnly?: boolean | undefined
}

/** Yuan on the screen, integer fen in the value; from one 万元 up the amount is read back, against a digit too many. */
export function MoneyInput(props: MoneyInputProps) {
  const large = props.value !== null && Math.abs(props.value) >= 1_000_000
  return (
    <div>
      <NumericTextInput {...props} inputMode="decimal" unit={t('ui.yuan')} show={yuanText} read={readFen} />
      {large && <div class="control-foot">{t('ui.approximately', { amount: formatYuan(props.value, 'wan') })}</div>}
    </div>
  )
}
