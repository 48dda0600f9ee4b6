import { choicesOf, oneOf } from '../../frame/choices.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../words/words.ts'
import { units } from './policy-draft.ts'

export function UnitSelect({
  value,
  onChange,
}: {
  value: (typeof units)[number]
  onChange: (unit: (typeof units)[number]) => void
}) {
  return (
    <Field label={t('policies.unit')} required short>
      {(link) => (
        <Select
          {...link}
          value={value}
          onChange={(unit) => onChange(oneOf(units, unit))}
          options={choicesOf('creditUnit', units)}
          placeholder={null}
        />
      )}
    </Field>
  )
}
