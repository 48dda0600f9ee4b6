import { NumberInput } from '../../ui/number-input.tsx'
import { t } from '../../words/words.ts'

type Fraction = [number, number]

interface FractionInputProps {
  value: readonly [number, number]
  onChange: (value: Fraction) => void
  /** What stands before, between and behind the two figures. */
  words: readonly [before: string, between: string, behind: string]
  /** The denominator comes first: 8 学时折 1 学分. */
  turned?: boolean | undefined
}

/** A share or rate as two whole figures in a sentence. */
export function FractionInput({ value, onChange, words, turned }: FractionInputProps) {
  const [n, d] = value
  const top = (
    <NumberInput aria-label={t('policies.numerator')} value={n} onChange={(next) => onChange([next ?? 0, d])} />
  )
  const under = (
    <NumberInput aria-label={t('policies.denominator')} value={d} onChange={(next) => onChange([n, next ?? 0])} />
  )
  return (
    <div class="policy-fraction">
      {words[0] && <span>{words[0]}</span>}
      {turned ? under : top}
      <span>{words[1]}</span>
      {turned ? top : under}
      {words[2] && <span>{words[2]}</span>}
    </div>
  )
}
