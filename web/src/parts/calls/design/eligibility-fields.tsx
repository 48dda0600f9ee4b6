import { type Eligibility, PHASES } from '@shixun/domain/calls/design/call'
import { choicesOf, someOf } from '../../../frame/choices.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { CheckboxGroup } from '../../../ui/checkbox-group.tsx'
import { Field } from '../../../ui/field.tsx'
import { t } from '../../../words/words.ts'

interface EligibilityFieldsProps {
  value: Eligibility
  onChange: (value: Eligibility) => void
  errors: Readonly<Record<string, string>>
}

/** Phases, accreditation and the ethics veto: what a unit must be beyond its kind. */
export function EligibilityFields({ value, onChange, errors }: EligibilityFieldsProps) {
  const set = (part: Partial<Eligibility>) => onChange({ ...value, ...part })
  return (
    <>
      <Field label={t('design.phases')} group help={t('design.phasesHelp')} error={errors['/eligibility/phases']}>
        {(link) => (
          <CheckboxGroup
            {...link}
            value={value.phases}
            onChange={(phases) => set({ phases: someOf(PHASES, phases) })}
            options={choicesOf('phase', PHASES)}
          />
        )}
      </Field>
      <Field label={t('design.conditions')} group error={errors['/eligibility']}>
        {() => (
          <div class="choices choices-column">
            <Checkbox checked={value.accredited} onChange={(accredited) => set({ accredited })}>
              {t('design.accredited')}
              <span class="choice-help">{t('design.accreditedHelp')}</span>
            </Checkbox>
            <Checkbox checked={value.ethicsVeto} onChange={(ethicsVeto) => set({ ethicsVeto })}>
              {t('design.ethicsVeto')}
              <span class="choice-help">{t('design.ethicsVetoHelp')}</span>
            </Checkbox>
          </div>
        )}
      </Field>
    </>
  )
}
