import { oneOf } from '../../frame/choices.ts'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { t } from '../../words/words.ts'
import { SettingForm } from './setting-form.tsx'

interface Rules {
  rotateSeconds: number
  graceSeconds: number
  earlyMinutes: number
  lateMinutes: number
  late: 'full' | 'partial'
  closeMinutes: number
}

const late = ['full', 'partial'] as const

/** 考勤规则: how fast codes turn over, when they are taken, and what who is late gets. */
export function AttendanceRulesPage() {
  return (
    <SettingForm<Rules> settingKey="attendance" help={t('settings.about.attendance')}>
      {({ value, onChange, errors, readOnly }) => {
        const figure = (key: Exclude<keyof Rules, 'late'>, label: string, help?: string) => (
          <Field key={key} label={label} help={help} short error={errors[`/value/${key}`] ?? errors[`/${key}`]}>
            {(link) => (
              <NumberInput
                {...link}
                value={value[key]}
                disabled={readOnly}
                onChange={(given) => onChange({ ...value, [key]: given ?? 0 })}
              />
            )}
          </Field>
        )
        return (
          <section class="card stack">
            {figure('rotateSeconds', t('hours.rotateSeconds'), t('hours.rotateSecondsHelp'))}
            {figure('graceSeconds', t('hours.graceSeconds'), t('hours.graceSecondsHelp'))}
            {figure('earlyMinutes', t('hours.earlyMinutes'))}
            {figure('closeMinutes', t('hours.closeMinutes'))}
            {figure('lateMinutes', t('hours.lateMinutes'))}
            <Field label={t('hours.late')} group>
              {(link) => (
                <RadioGroup
                  {...link}
                  value={value.late}
                  disabled={readOnly}
                  onChange={(given) => onChange({ ...value, late: oneOf(late, given) })}
                  options={[
                    { value: 'full', label: t('hours.late.full') },
                    { value: 'partial', label: t('hours.late.partial') },
                  ]}
                />
              )}
            </Field>
          </section>
        )
      }}
    </SettingForm>
  )
}
