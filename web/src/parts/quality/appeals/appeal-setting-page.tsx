import type { AppealRules } from '@shixun/domain/quality/appeals/appeal'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { t } from '../../../words/words.ts'
import { SettingForm } from '../../settings/setting-form.tsx'

/** 评估申诉: how long units have, and the bureau. */
export function AppealSettingPage() {
  return (
    <SettingForm<AppealRules> settingKey="appeals" help={t('settings.about.appeals')}>
      {({ value, onChange, errors, readOnly }) => (
        <section class="card stack">
          <Field
            label={t('appeals.settingDays')}
            help={t('appeals.settingDaysHelp')}
            error={errors['/value/workingDays']}
            short
          >
            {(link) => (
              <NumberInput
                {...link}
                unit={t('appeals.workingDays')}
                value={value.workingDays}
                disabled={readOnly}
                onChange={(workingDays) => onChange({ ...value, workingDays: workingDays ?? 0 })}
              />
            )}
          </Field>
          <Field label={t('appeals.settingAnswer')} error={errors['/value/answerDays']} short>
            {(link) => (
              <NumberInput
                {...link}
                unit={t('appeals.workingDays')}
                value={value.answerDays}
                disabled={readOnly}
                onChange={(answerDays) => onChange({ ...value, answerDays: answerDays ?? 0 })}
              />
            )}
          </Field>
        </section>
      )}
    </SettingForm>
  )
}
