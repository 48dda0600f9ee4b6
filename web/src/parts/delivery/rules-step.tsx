import { PHASES } from '@shixun/domain/calls/design/call'
import { useState } from 'preact/hooks'
import { areas, choicesOf, someOf } from '../../frame/choices.ts'
import { Callout } from '../../ui/callout.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { Field, type FieldLink } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'
import { type CohortRules, type CohortStepProps, wordsOf } from './cohort-draft.ts'

/** Several words in one field; what is typed stays as it is until the field is left. */
function WordsInput({
  value,
  onChange,
  ...link
}: FieldLink & { value: string[]; onChange: (value: string[]) => void }) {
  const [text, setText] = useState(value.join('、'))
  return (
    <TextInput
      {...link}
      value={text}
      onChange={(next) => {
        setText(next)
        onChange(wordsOf(next))
      }}
    />
  )
}

/** Who may be nominated, who comes first, and from how much absence there is no credit. */
export function RulesStep({ draft, onChange, errors }: CohortStepProps) {
  const { rules } = draft
  const put = (part: Partial<CohortRules>) => onChange({ rules: { ...rules, ...part } })
  const words = (key: 'subjects' | 'titles' | 'posts') => (
    <Field label={t(`cohorts.rule.${key}`)} help={t('cohorts.severalHelp')} error={errors[`/rules/${key}`]}>
      {(link) => <WordsInput {...link} value={rules[key]} onChange={(value) => put({ [key]: value })} />}
    </Field>
  )
  const years = (key: 'from' | 'to') => (
    <Field
      label={t(key === 'from' ? 'cohorts.rule.serviceFrom' : 'cohorts.rule.serviceTo')}
      short
      error={errors[`/rules/serviceYears/${key}`]}
    >
      {(link) => (
        <NumberInput
          {...link}
          value={rules.serviceYears[key]}
          onChange={(value) => put({ serviceYears: { ...rules.serviceYears, [key]: value } })}
          unit={t('cohorts.years')}
        />
      )}
    </Field>
  )
  return (
    <>
      <Callout>{t('cohorts.rulesHelp')}</Callout>
      <Field label={t('cohorts.rule.phases')} group>
        {(link) => (
          <CheckboxGroup
            {...link}
            value={rules.phases}
            onChange={(value) => put({ phases: someOf(PHASES, value) })}
            options={choicesOf('phase', PHASES)}
          />
        )}
      </Field>
      <Field label={t('cohorts.rule.areas')} group>
        {(link) => (
          <CheckboxGroup
            {...link}
            value={rules.areas}
            onChange={(value) => put({ areas: someOf(areas, value) })}
            options={choicesOf('area', areas)}
          />
        )}
      </Field>
      <div class="grid-2">
        {words('subjects')}
        {words('titles')}
        {words('posts')}
        <Field
          label={t('cohorts.rule.quota')}
          short
          help={t('cohorts.rule.quotaHelp')}
          error={errors['/rules/quotaPerSchool']}
        >
          {(link) => (
            <NumberInput
              {...link}
              value={rules.quotaPerSchool}
              onChange={(value) => put({ quotaPerSchool: value ?? 0 })}
              unit={t('cohorts.persons')}
            />
          )}
        </Field>
        {years('from')}
        {years('to')}
      </div>
      <Field label={t('cohorts.rule.preference')} group help={t('cohorts.rule.preferenceHelp')}>
        {() => (
          <div class="points">
            {(['rural', 'town', 'frontLine', 'novice'] as const).map((key) => (
              <Field key={key} label={t(`cohorts.prefer.${key}`)}>
                {(link) => (
                  <NumberInput
                    {...link}
                    value={rules.preference[key]}
                    onChange={(value) => put({ preference: { ...rules.preference, [key]: value ?? 0 } })}
                    unit={t('cohorts.points')}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
      </Field>
      <Field label={t('cohorts.rule.absence')} group error={errors['/rules/absenceFrom']}>
        {(link) => (
          <div class="fraction">
            {([0, 1] as const).map((side) => (
              <NumberInput
                key={side}
                {...link}
                aria-label={t(side === 0 ? 'cohorts.absencePart' : 'cohorts.absenceWhole')}
                value={rules.absenceFrom[side]}
                unit={side === 0 ? '/' : undefined}
                onChange={(value) => {
                  const [part, whole] = rules.absenceFrom
                  put({ absenceFrom: side === 0 ? [value ?? 1, whole] : [part, value ?? 1] })
                }}
              />
            ))}
          </div>
        )}
      </Field>
      <Field label={t('cohorts.rule.ethics')} group>
        {() => (
          <Checkbox checked={rules.ethicsVeto} onChange={(ethicsVeto) => put({ ethicsVeto })}>
            {t('cohorts.rule.ethicsHelp')}
          </Checkbox>
        )}
      </Field>
      <Field label={t('cohorts.rule.guests')} group>
        {() => (
          <Checkbox checked={rules.guests} onChange={(guests) => put({ guests })}>
            {t('cohorts.rule.guestsHelp')}
          </Checkbox>
        )}
      </Field>
    </>
  )
}
