import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { Select } from '../../../ui/select.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { hundredthsOf } from '../hundredths.ts'
import { methods, missingRules, type Rubric } from './rubric-tree.ts'

interface RubricRulesProps {
  rubric: Rubric
  /** By pointer into the rubric. */
  wrong: Readonly<Record<string, string>>
  onChange: (change: Partial<Rubric>, mark: string) => void
}

/** How sheets become a score: the method, the gap that calls a further expert, what absent data does. */
export function RubricRules({ rubric, wrong, onChange }: RubricRulesProps) {
  const { disagreement, method } = rubric
  const line = (member: 'gap' | 'passLine') => (
    <Field
      label={t(`quality.${member}`)}
      required
      help={t(`quality.${member}Help`)}
      error={wrong[`/disagreement/${member}`]}
      pointer={`/disagreement/${member}`}
    >
      {(link) => (
        <NumberInput
          {...link}
          value={disagreement[member] / 100}
          onChange={(value) =>
            value !== null && onChange({ disagreement: { ...disagreement, [member]: hundredthsOf(value) } }, member)
          }
          decimals={2}
          unit={t('quality.points')}
        />
      )}
    </Field>
  )
  return (
    <section class="card stack">
      <h2>{t('quality.rules')}</h2>
      <div class="grid-2">
        <Field
          label={t('quality.method')}
          required
          help={wordFor('methodHelp', method)}
          error={wrong['/method']}
          pointer="/method"
        >
          {(link) => (
            <Select
              {...link}
              value={method}
              onChange={(value) => onChange({ method: oneOf(methods, value) }, 'method')}
              options={choicesOf('method', methods)}
              placeholder={null}
            />
          )}
        </Field>
        {line('gap')}
        {line('passLine')}
      </div>
      <Field label={t('quality.missing')} group required error={wrong['/missing']} pointer="/missing">
        {() => (
          <RadioGroup
            value={rubric.missing}
            onChange={(value) => onChange({ missing: oneOf(missingRules, value) }, 'missing')}
            options={missingRules.map((rule) => ({
              value: rule,
              label: wordFor('missing', rule),
              help: wordFor('missingHelp', rule),
            }))}
            column
          />
        )}
      </Field>
    </section>
  )
}
