import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { Field } from '../../../ui/field.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { t } from '../../../words/words.ts'

const outcomes = ['revise', 'major_revision'] as const
export type ReturnOutcome = (typeof outcomes)[number]

/** How much of an application that goes back is to be changed. */
export function ReturnOutcomeField({
  value,
  onChange,
}: {
  value: ReturnOutcome
  onChange: (outcome: ReturnOutcome) => void
}) {
  return (
    <Field label={t('calls.outcome')} group>
      {(link) => (
        <RadioGroup
          {...link}
          value={value}
          onChange={(code) => onChange(oneOf(outcomes, code))}
          options={choicesOf('outcome', outcomes)}
        />
      )}
    </Field>
  )
}
