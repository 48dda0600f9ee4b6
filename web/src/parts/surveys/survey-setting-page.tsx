import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { t } from '../../words/words.ts'
import { SettingForm } from '../settings/setting-form.tsx'

/** 匿名问卷: from how many answers on results are shown. */
export function SurveySettingPage() {
  return (
    <SettingForm<{ least: number }> settingKey="surveys" help={t('settings.about.surveys')}>
      {({ value, onChange, errors, readOnly }) => (
        <section class="card stack">
          <Field label={t('settings.least')} help={t('settings.leastHelp')} error={errors['/value/least']} short>
            {(link) => (
              <NumberInput
                {...link}
                value={value.least}
                disabled={readOnly}
                onChange={(least) => onChange({ least: least ?? 0 })}
              />
            )}
          </Field>
        </section>
      )}
    </SettingForm>
  )
}
