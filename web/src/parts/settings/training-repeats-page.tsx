import { REPEAT_MODES, REPEAT_RULES, type RepeatRules } from '@shixun/domain/delivery/repeat-rules'
import { choicesOf } from '../../frame/choices.ts'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t, wordFor } from '../../words/words.ts'
import { SettingForm } from './setting-form.tsx'

type Rule = keyof RepeatRules['modes']
type Mode = RepeatRules['modes'][Rule]
const rules = Object.keys(REPEAT_RULES) as Rule[]
const modes = Object.keys(REPEAT_MODES) as Mode[]
const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** 重复培训规则: what each rule does, how alike titles must be, how far back, and the terms of the report. */
export function TrainingRepeatsPage() {
  return (
    <SettingForm<RepeatRules> settingKey="training-repeats" help={t('settings.about.training-repeats')}>
      {({ value, onChange, errors, readOnly }) => {
        const { similarity, terms } = value
        const term = (at: number, change: Partial<RepeatRules['terms'][number]>) =>
          onChange({ ...value, terms: terms.map((one, index) => (index === at ? { ...one, ...change } : one)) })
        return (
          <>
            <section class="card stack">
              <h2>{t('repeats.modes')}</h2>
              <p class="muted">{t('repeats.modesHelp')}</p>
              {rules.map((rule) => (
                <Field key={rule} label={wordFor('repeatRule', rule)} help={wordFor('repeats.modeOf', rule)} group>
                  {(link) => (
                    <RadioGroup
                      {...link}
                      value={value.modes[rule]}
                      disabled={readOnly}
                      onChange={(next) => {
                        const mode = modes.find((one) => one === next)
                        if (mode) onChange({ ...value, modes: { ...value.modes, [rule]: mode } })
                      }}
                      options={choicesOf('repeatMode', modes)}
                    />
                  )}
                </Field>
              ))}
            </section>
            <section class="card stack">
              <h2>{t('repeats.similarity')}</h2>
              <Field
                label={t('repeats.similarityTitle')}
                help={t('repeats.similarityTitleHelp')}
                error={errors['/value/similarity/title']}
                pointer="/value/similarity/title"
                short
              >
                {(link) => (
                  <NumberInput
                    {...link}
                    value={similarity.title}
                    unit={t('repeats.percent')}
                    readOnly={readOnly}
                    onChange={(title) => onChange({ ...value, similarity: { ...similarity, title: title ?? 0 } })}
                  />
                )}
              </Field>
              <Field
                label={t('repeats.similaritySame')}
                error={errors['/value/similarity/sameContent']}
                pointer="/value/similarity/sameContent"
                short
              >
                {(link) => (
                  <NumberInput
                    {...link}
                    value={similarity.sameContent}
                    unit={t('repeats.percent')}
                    readOnly={readOnly}
                    onChange={(n) => onChange({ ...value, similarity: { ...similarity, sameContent: n ?? 0 } })}
                  />
                )}
              </Field>
              <Field label={t('repeats.years')} error={errors['/value/years']} pointer="/value/years" short>
                {(link) => (
                  <NumberInput
                    {...link}
                    value={value.years}
                    unit={t('repeats.yearsUnit')}
                    readOnly={readOnly}
                    onChange={(years) => onChange({ ...value, years: years ?? 0 })}
                  />
                )}
              </Field>
            </section>
            <section class="card stack" data-pointer="/value/terms">
              <h2>{t('repeats.terms')}</h2>
              {errors['/value/terms'] && <p class="field-error">{errors['/value/terms']}</p>}
              {terms.map(({ key, name, from, to }, at) => (
                <div key={key} class="term-row">
                  <TextInput
                    aria-label={t('repeats.termName')}
                    value={name}
                    maxLength={20}
                    disabled={readOnly}
                    onChange={(text) => term(at, { name: text })}
                  />
                  {(['from', 'to'] as const).map((end) => (
                    <Select
                      key={end}
                      aria-label={`${name} ${end === 'from' ? t('repeats.termFrom') : t('repeats.termTo')}`}
                      value={String(end === 'from' ? from : to)}
                      disabled={readOnly}
                      onChange={(month) => term(at, { [end]: Number(month) })}
                      options={months.map((month) => ({
                        value: String(month),
                        label: t('repeats.month', { n: month }),
                      }))}
                      placeholder={null}
                    />
                  ))}
                </div>
              ))}
            </section>
          </>
        )
      }}
    </SettingForm>
  )
}
