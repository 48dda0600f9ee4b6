import { BOUND_ROLES, CONFLICT_RULES, type ConflictRules } from '@shixun/domain/quality/conflicts/conflict-rules'
import { choicesOf } from '../../../frame/choices.ts'
import { CheckboxGroup } from '../../../ui/checkbox-group.tsx'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { SettingForm } from '../../settings/setting-form.tsx'

/** 回避规则: years, and which rules bind those who decide; experts are bound by all of them. */
export function ConflictRulesPage() {
  return (
    <SettingForm<ConflictRules> settingKey="conflict-rules" help={t('settings.about.conflict-rules')}>
      {({ value, onChange, errors, readOnly }) => {
        const years = (key: 'yearsAfterLeaving' | 'yearsOfJointWork', help?: string) => (
          <Field label={t(`conflicts.${key}`)} help={help} short error={errors[`/value/${key}`]}>
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
          <>
            <section class="card stack">
              <h2>{t('conflicts.years')}</h2>
              {years('yearsAfterLeaving', t('conflicts.yearsAfterLeavingHelp'))}
              {years('yearsOfJointWork')}
            </section>
            <section class="card stack">
              <p class="muted">{t('conflicts.bindsHelp')}</p>
              {BOUND_ROLES.map((role) => (
                <Field
                  key={role}
                  label={t('conflicts.bindsRole', { role: wordFor('role', role) })}
                  group
                  error={errors[`/value/${role}`]}
                >
                  {(link) => (
                    <CheckboxGroup
                      {...link}
                      value={value[role]}
                      disabled={readOnly}
                      onChange={(given) =>
                        onChange({ ...value, [role]: CONFLICT_RULES.filter((rule) => given.includes(rule)) })
                      }
                      options={choicesOf('conflictRule', CONFLICT_RULES)}
                    />
                  )}
                </Field>
              ))}
            </section>
          </>
        )
      }}
    </SettingForm>
  )
}
