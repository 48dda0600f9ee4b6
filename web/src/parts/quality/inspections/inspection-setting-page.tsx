import type { InspectionSetting } from '@shixun/domain/quality/inspections/inspection'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { t } from '../../../words/words.ts'
import { SettingForm } from '../../settings/setting-form.tsx'

/** 现场考察: the plain checks that every visit begins with, one a line. */
export function InspectionSettingPage() {
  return (
    <SettingForm<InspectionSetting> settingKey="inspection" help={t('settings.about.inspection')}>
      {({ value, onChange, errors, readOnly }) => (
        <section class="card stack">
          <Field label={t('inspections.checks')} help={t('inspections.checksHelp')} error={errors['/value/checks']}>
            {(link) => (
              <Textarea
                {...link}
                rows={8}
                readOnly={readOnly}
                value={value.checks.join('\n')}
                onChange={(text) => onChange({ checks: text.split('\n') })}
              />
            )}
          </Field>
        </section>
      )}
    </SettingForm>
  )
}
