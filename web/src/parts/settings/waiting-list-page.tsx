import { DEFAULT_WAITING_RULES, PROMOTIONS, type WaitingRules } from '@shixun/domain/delivery/repeat-rules'
import { choicesOf } from '../../frame/choices.ts'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { t } from '../../words/words.ts'
import { SettingForm } from './setting-form.tsx'

const promotions = Object.keys(PROMOTIONS) as WaitingRules['promotion'][]

/** 候补递补: what happens when a place becomes free. */
export function WaitingListPage() {
  return (
    <SettingForm<WaitingRules> settingKey="waiting-list" help={t('settings.about.waiting-list')}>
      {({ value, onChange, errors, readOnly }) => (
        <section class="card stack">
          <Field label={t('repeats.promotion')} group>
            {(link) => (
              <RadioGroup
                {...link}
                column
                value={value.promotion}
                disabled={readOnly}
                onChange={(next) => {
                  const promotion = promotions.find((one) => one === next)
                  if (promotion) onChange({ ...DEFAULT_WAITING_RULES, ...value, promotion })
                }}
                options={choicesOf('repeats.promotion', promotions)}
              />
            )}
          </Field>
          <Field
            label={t('repeats.offerDays')}
            help={t('repeats.offerDaysHelp')}
            error={errors['/value/offerDays']}
            short
          >
            {(link) => (
              <NumberInput
                {...link}
                value={value.offerDays ?? DEFAULT_WAITING_RULES.offerDays}
                disabled={readOnly}
                onChange={(offerDays) => onChange({ ...value, offerDays: offerDays ?? 0 })}
              />
            )}
          </Field>
        </section>
      )}
    </SettingForm>
  )
}
