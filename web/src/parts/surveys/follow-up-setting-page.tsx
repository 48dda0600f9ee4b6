import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { t } from '../../words/words.ts'
import { SettingForm } from '../settings/setting-form.tsx'

interface FollowUpSetting {
  months: number[]
  days: number
}

const offered = [1, 3, 6, 9, 12, 24]

/** 训后跟踪: when teachers are asked what came of a training. */
export function FollowUpSettingPage() {
  return (
    <SettingForm<FollowUpSetting> settingKey="follow-up" help={t('settings.about.follow-up')}>
      {({ value, onChange, errors, readOnly }) => (
        <section class="card stack">
          <Field
            label={t('settings.followMonths')}
            help={t('settings.followMonthsHelp')}
            error={errors['/value/months']}
            group
          >
            {(link) => (
              <CheckboxGroup
                {...link}
                disabled={readOnly}
                value={value.months.map(String)}
                onChange={(months) => onChange({ ...value, months: months.map(Number) })}
                options={offered.map((n) => ({ value: String(n), label: t('settings.followMonth', { n }) }))}
              />
            )}
          </Field>
          <Field label={t('settings.followDays')} error={errors['/value/days']} short>
            {(link) => (
              <NumberInput
                {...link}
                value={value.days}
                disabled={readOnly}
                onChange={(days) => onChange({ ...value, days: days ?? 0 })}
              />
            )}
          </Field>
        </section>
      )}
    </SettingForm>
  )
}
