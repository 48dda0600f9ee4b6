import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { t } from '../../../words/words.ts'
import { ChinaTimeInput } from '../china-time-input.tsx'
import type { CallStepProps } from './call-basics-step.tsx'

/** 申报时间, in the time of China. */
export function CallWindowStep({ draft, onChange, errors }: CallStepProps) {
  return (
    <>
      <Callout>{t('calls.windowHelp')}</Callout>
      <Field label={t('calls.opensAt')} required group error={errors['/opensAt']}>
        {(link) => (
          <ChinaTimeInput
            {...link}
            value={draft.opensAt}
            usualTime="09:00"
            onChange={(opensAt) => onChange({ opensAt })}
          />
        )}
      </Field>
      <Field label={t('calls.closesAt')} required group error={errors['/closesAt']}>
        {(link) => (
          <ChinaTimeInput
            {...link}
            value={draft.closesAt}
            usualTime="17:30"
            onChange={(closesAt) => onChange({ closesAt })}
          />
        )}
      </Field>
    </>
  )
}
