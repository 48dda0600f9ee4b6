import './quality.css'
import { useEffect, useState } from 'preact/hooks'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import type { ProblemError } from '../../problem.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t, wordFor } from '../../words/words.ts'
import { BandsEditor } from './bands-editor.tsx'
import { CriterionEditor } from './criterion-editor.tsx'
import { hundredthsOf, pointsText } from './hundredths.ts'
import { appendTo, freshKey, methods, missingRules, type Rubric, weightOf } from './rubric-tree.ts'

interface RubricEditorProps {
  initial: Rubric
  busy: boolean
  problem: ProblemError | undefined
  cancelHref: string
  onChange?: (() => void) | undefined
  onSave: (rubric: Rubric) => void
}

const full = 10_000

/** A rubric as a form: its tree with the running sum, bands, and the rules that the sums follow. */
export function RubricEditor({ initial, busy, problem, cancelHref, onChange, onSave }: RubricEditorProps) {
  const [rubric, setRubric] = useState(initial)
  const errors = problem?.fields ?? {}
  const sum = weightOf(rubric.criteria)
  useEffect(() => {
    if (problem) focusFirstError()
  }, [problem])
  function set(change: Partial<Rubric>) {
    onChange?.()
    setRubric({ ...rubric, ...change })
  }
  const { criteria, disagreement } = rubric
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSave(rubric)
      }}
    >
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
          {errors['/body/criteria'] && <div>{errors['/body/criteria']}</div>}
        </Callout>
      )}
      <section class="card">
        <Field label={t('quality.rubricTitle')} required error={errors['/body/title']}>
          {(link) => <TextInput {...link} value={rubric.title} onChange={(title) => set({ title })} maxLength={80} />}
        </Field>
      </section>
      <section class="card">
        <h2>{t('quality.criteria')}</h2>
        <ol class="criteria">
          {criteria.map((node, at) => (
            <CriterionEditor
              key={node.key}
              node={node}
              path={[at]}
              siblings={criteria.length}
              criteria={criteria}
              errors={errors}
              onChange={(next) => set({ criteria: next })}
            />
          ))}
        </ol>
        <div class="row criteria-add">
          <Button
            size="small"
            icon="plus"
            onClick={() =>
              set({
                criteria: appendTo(criteria, [], {
                  key: freshKey(criteria, 'g'),
                  title: '',
                  kind: 'group',
                  children: [],
                }),
              })
            }
          >
            {t('quality.addGroup')}
          </Button>
          <Button
            size="small"
            icon="plus"
            onClick={() =>
              set({ criteria: appendTo(criteria, [], { key: freshKey(criteria, 'c'), title: '', kind: 'leaf' }) })
            }
          >
            {t('quality.addLeaf')}
          </Button>
        </div>
        <p class={`criteria-sum${sum === full ? ' criteria-sum-full' : ''}`} role="status">
          {t('quality.sumOf100', { sum: pointsText(sum) })}
          {sum !== full && (
            <strong>
              {sum < full
                ? t('quality.sumShort', { points: pointsText(full - sum) })
                : t('quality.sumOver', { points: pointsText(sum - full) })}
            </strong>
          )}
        </p>
      </section>
      <section class="card">
        <h2>{t('quality.bands')}</h2>
        <BandsEditor bands={rubric.bands} errors={errors} onChange={(bands) => set({ bands })} />
      </section>
      <section class="card stack">
        <h2>{t('quality.rules')}</h2>
        <div class="grid-2">
          <Field label={t('quality.method')} required error={errors['/body/method']}>
            {(link) => (
              <Select
                {...link}
                value={rubric.method}
                onChange={(value) => set({ method: oneOf(methods, value) })}
                options={choicesOf('method', methods)}
                placeholder={null}
              />
            )}
          </Field>
          <Field label={t('quality.gap')} required help={t('quality.gapHelp')} error={errors['/body/disagreement/gap']}>
            {(link) => (
              <NumberInput
                {...link}
                value={disagreement.gap / 100}
                onChange={(value) =>
                  value !== null && set({ disagreement: { ...disagreement, gap: hundredthsOf(value) } })
                }
                decimals={2}
                unit={t('quality.points')}
              />
            )}
          </Field>
          <Field
            label={t('quality.passLine')}
            required
            help={t('quality.passLineHelp')}
            error={errors['/body/disagreement/passLine']}
          >
            {(link) => (
              <NumberInput
                {...link}
                value={disagreement.passLine / 100}
                onChange={(value) =>
                  value !== null && set({ disagreement: { ...disagreement, passLine: hundredthsOf(value) } })
                }
                decimals={2}
                unit={t('quality.points')}
              />
            )}
          </Field>
        </div>
        <Field label={t('quality.missing')} group required error={errors['/body/missing']}>
          {() => (
            <RadioGroup
              value={rubric.missing}
              onChange={(value) => set({ missing: oneOf(missingRules, value) })}
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
      <div class="card row">
        <Button href={cancelHref}>{t('ui.cancel')}</Button>
        <Button kind="primary" type="submit" busy={busy} disabled={rubric.title.trim() === '' || criteria.length === 0}>
          {t('frame.save')}
        </Button>
      </div>
    </form>
  )
}
