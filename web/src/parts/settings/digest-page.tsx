import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../words/words.ts'
import { SettingForm } from './setting-form.tsx'

interface Digest {
  on: boolean
  hour: number
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** 每日摘要: whether and when the digest of tasks goes to the work group. */
export function DigestPage() {
  return (
    <SettingForm<Digest> settingKey="digest" help={t('settings.about.digest')}>
      {({ value, onChange, readOnly }) => (
        <section class="card stack">
          <Checkbox checked={value.on} disabled={readOnly} onChange={(on) => onChange({ ...value, on })}>
            {t('settings.digestOn')}
          </Checkbox>
          <Field label={t('settings.digestHour')} help={t('settings.digestHelp')} short>
            {(link) => (
              <Select
                {...link}
                value={String(value.hour)}
                disabled={readOnly || !value.on}
                onChange={(hour) => onChange({ ...value, hour: Number(hour) })}
                options={hours.map((hour) => ({ value: String(hour), label: t('settings.hour', { n: hour }) }))}
                placeholder={null}
              />
            )}
          </Field>
        </section>
      )}
    </SettingForm>
  )
}
