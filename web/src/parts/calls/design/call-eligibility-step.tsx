import { UNIT_KINDS } from '@shixun/domain/calls/design/call'
import { choicesOf, someOf } from '../../../frame/choices.ts'
import { CheckboxGroup } from '../../../ui/checkbox-group.tsx'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { t } from '../../../words/words.ts'
import type { CallStepProps } from './call-basics-step.tsx'
import { EligibilityFields } from './eligibility-fields.tsx'

/** 申报条件: who may apply, how often, and what bars them. */
export function CallEligibilityStep({ draft, onChange, errors }: CallStepProps) {
  return (
    <>
      <Field label={t('calls.unitKinds')} required group error={errors['/unitKinds']}>
        {(link) => (
          <CheckboxGroup
            {...link}
            value={draft.unitKinds}
            onChange={(kinds) => onChange({ unitKinds: someOf(UNIT_KINDS, kinds) })}
            options={choicesOf('unitKind', UNIT_KINDS)}
          />
        )}
      </Field>
      <Field
        label={t('calls.quotaPerUnit')}
        required
        short
        help={t('design.quotaHelp')}
        error={errors['/quotaPerUnit']}
      >
        {(link) => (
          <NumberInput
            {...link}
            value={draft.quotaPerUnit}
            onChange={(quota) => onChange({ quotaPerUnit: quota ?? 1 })}
            unit={t('calls.items')}
          />
        )}
      </Field>
      <EligibilityFields
        value={draft.eligibility}
        onChange={(eligibility) => onChange({ eligibility })}
        errors={errors}
      />
    </>
  )
}
