import { t } from '../words/words.ts'
import { CheckboxGroup } from './checkbox-group.tsx'
import { DateInput } from './date-input.tsx'
import type { FieldLink } from './field.tsx'
import { asNumber, asText, asTexts, type FormField } from './form-field.ts'
import { MoneyInput } from './money-input.tsx'
import { NumberInput } from './number-input.tsx'
import { RadioGroup } from './radio-group.tsx'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'
import { Textarea } from './textarea.tsx'

const mostRadios = 5

export interface FormFieldControlProps {
  field: FormField
  value: unknown
  onChange: (value: unknown) => void
  link: FieldLink
  /** In a table cell a choice is always a select. */
  inCell?: boolean | undefined
}

const rowTypes: readonly FormField['type'][] = ['table', 'people', 'stages', 'courses', 'budget']

export function isGroup(field: FormField): boolean {
  if (rowTypes.includes(field.type)) return true
  return field.type === 'choice' && (field.limits?.multiple === true || (field.choices ?? []).length <= mostRadios)
}

/** The control of every type that is one value; tables, people and files have their own. */
export function FormFieldControl({ field, value, onChange, link, inCell }: FormFieldControlProps) {
  const { type, limits = {}, choices = [] } = field
  if (type === 'longtext') {
    return (
      <Textarea
        {...link}
        value={asText(value)}
        onChange={onChange}
        maxLength={limits.maxLength}
        rows={inCell ? 2 : 5}
      />
    )
  }
  if (type === 'number') {
    return (
      <NumberInput
        {...link}
        value={asNumber(value)}
        onChange={onChange}
        decimals={limits.decimals}
        unit={limits.unit}
      />
    )
  }
  if (type === 'money') return <MoneyInput {...link} value={asNumber(value)} onChange={onChange} />
  if (type === 'date') {
    return <DateInput {...link} value={asText(value)} onChange={onChange} min={limits.minDate} max={limits.maxDate} />
  }
  if (type === 'choice') {
    if (limits.multiple) {
      return <CheckboxGroup {...link} value={asTexts(value)} onChange={onChange} options={choices} />
    }
    if (inCell || choices.length > mostRadios) {
      return (
        <Select {...link} value={asText(value)} onChange={onChange} options={choices} placeholder={t('ui.choose')} />
      )
    }
    return <RadioGroup {...link} value={asText(value)} onChange={onChange} options={choices} />
  }
  return <TextInput {...link} value={asText(value)} onChange={onChange} maxLength={limits.maxLength} />
}
