import type { FormField } from '@shixun/domain/calls/design/form'
import { Field, type FieldLink } from '../../../ui/field.tsx'
import { MoneyInput } from '../../../ui/money-input.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { limitOf } from './field-design.ts'

interface FieldLimitsProps {
  field: FormField
  errors: Readonly<Record<string, string>>
  onChange: (part: Partial<FormField>) => void
}

const decimals = 2

/** The least and the most of an answer, in what its type counts. */
export function FieldLimits({ field, errors, onChange }: FieldLimitsProps) {
  const kind = limitOf(field.type)
  if (kind === null) return null
  function control(link: FieldLink, which: 'minimum' | 'maximum') {
    const value = field[which] ?? null
    const change = (next: number | null) => onChange({ [which]: next ?? undefined })
    if (kind === 'amount') return <MoneyInput {...link} value={value} onChange={change} />
    const unit = kind === 'figure' ? undefined : wordFor('limitUnit', field.type)
    return (
      <NumberInput {...link} value={value} onChange={change} unit={unit} decimals={kind === 'figure' ? decimals : 0} />
    )
  }
  return (
    <div class="grid-2">
      <Field label={t('design.minimum')} help={t('design.limitHelp')} error={errors['/minimum']}>
        {(link) => control(link, 'minimum')}
      </Field>
      <Field label={t('design.maximum')} help={t('design.limitHelp')} error={errors['/maximum']}>
        {(link) => control(link, 'maximum')}
      </Field>
    </div>
  )
}
