import { budgetGroups } from '../../ui/budget-rows.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { asRows, type FormErrors, type FormField } from '../../ui/form-field.ts'
import { FormRows } from '../../ui/form-rows.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { formatYuan } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { errorsOfOthers, errorsOfOutputs, itemSum, type TermsDraft } from './terms-draft.ts'

function table(key: string, title: string, columns: readonly FormField[]): FormField {
  return { key, title, type: 'table', columns, limits: { maxRows: 60 } }
}

const text = (key: string, title: string, maxLength: number): FormField => ({
  key,
  title,
  type: 'text',
  required: true,
  limits: { maxLength },
})

function itemField(): FormField {
  const choices = budgetGroups.flatMap(({ items }) =>
    items.map((item) => ({ value: item, label: wordFor('budgetItem', item) })),
  )
  return table('items', t('agreements.money'), [
    { key: 'item', title: t('agreements.item'), type: 'choice', required: true, choices },
    { key: 'amount', title: t('agreements.amount'), type: 'money', required: true },
  ])
}

function stageField(): FormField {
  return table('milestones', t('agreements.milestones'), [
    text('text', t('agreements.milestone'), 500),
    { key: 'from', title: t('agreements.from'), type: 'date', required: true },
    { key: 'to', title: t('agreements.to'), type: 'date', required: true },
  ])
}

function Measured({ draft, onChange, errors }: TermsFormProps) {
  return (
    <div class="grid">
      {draft.measured.map((target, at) => (
        <Field
          key={target.means}
          label={target.name}
          required
          error={errors[`/terms/targets/${at}/promised`] ?? errors[`/terms/targets/${at}/name`]}
        >
          {(link) => {
            const set = (promised: number | string) =>
              onChange({
                ...draft,
                measured: draft.measured.map((one) => (one === target ? { ...one, promised } : one)),
              })
            return typeof target.promised === 'string' ? (
              <TextInput {...link} value={target.promised} onChange={set} />
            ) : (
              <NumberInput
                {...link}
                value={target.promised}
                onChange={(next) => set(next ?? 0)}
                decimals={target.means === 'persons' ? 0 : 2}
                unit={target.unit}
              />
            )
          }}
        </Field>
      ))}
    </div>
  )
}

export interface TermsFormProps {
  draft: TermsDraft
  onChange: (draft: TermsDraft) => void
  errors: FormErrors
}

/** The terms of an agreement to be changed; what is wrong stands at its field. */
export function TermsForm({ draft, onChange, errors }: TermsFormProps) {
  const rows = (key: 'others' | 'items' | 'outputs' | 'milestones') => (next: unknown) =>
    onChange({ ...draft, [key]: asRows(next) })
  const sum = itemSum(draft)
  return (
    <>
      <section class="card stack">
        <h2>{t('agreements.targets')}</h2>
        {errors['/terms/targets'] && <p class="field-error">{errors['/terms/targets']}</p>}
        {draft.measured.length > 0 && <Measured draft={draft} onChange={onChange} errors={errors} />}
        <h3>{t('amendments.others')}</h3>
        <p class="field-help">{t('amendments.othersHelp')}</p>
        <FormRows
          field={table('others', t('amendments.others'), [
            text('name', t('agreements.target'), 60),
            { ...text('promised', t('agreements.promised'), 5000), type: 'longtext' },
            { key: 'unit', title: t('agreements.unit'), type: 'text', limits: { maxLength: 20 } },
          ])}
          value={draft.others}
          onChange={rows('others')}
          errors={errorsOfOthers(errors, draft.measured.length)}
          pointer="/terms/targets"
        />
      </section>
      <section class="card stack">
        <h2>{t('agreements.money')}</h2>
        <FormRows
          field={itemField()}
          value={draft.items}
          onChange={rows('items')}
          errors={errors}
          pointer="/terms/money/items"
        />
        {sum === null ? (
          <Field label={t('agreements.total')} required short error={errors['/terms/money/total']}>
            {(link) => <MoneyInput {...link} value={draft.total} onChange={(total) => onChange({ ...draft, total })} />}
          </Field>
        ) : (
          <p>
            {t('agreements.totalOfItems')}：<strong>{formatYuan(sum)}</strong>
            {errors['/terms/money/total'] && <span class="field-error">{errors['/terms/money/total']}</span>}
          </p>
        )}
      </section>
      <section class="card stack">
        <h2>{t('agreements.outputs')}</h2>
        <FormRows
          field={table('outputs', t('agreements.outputs'), [
            { ...text('text', t('agreements.output'), 5000), type: 'longtext' },
          ])}
          value={draft.outputs}
          onChange={rows('outputs')}
          errors={errorsOfOutputs(errors)}
          pointer="/terms/outputs"
        />
      </section>
      <section class="card stack">
        <h2>{t('agreements.dates')}</h2>
        <div class="grid">
          <Field label={t('agreements.from')} error={errors['/terms/dates/from']}>
            {(link) => <DateInput {...link} value={draft.from} onChange={(from) => onChange({ ...draft, from })} />}
          </Field>
          <Field label={t('agreements.to')} error={errors['/terms/dates/to']}>
            {(link) => <DateInput {...link} value={draft.to} onChange={(to) => onChange({ ...draft, to })} />}
          </Field>
        </div>
        <h3>{t('agreements.milestones')}</h3>
        <FormRows
          field={stageField()}
          value={draft.milestones}
          onChange={rows('milestones')}
          errors={errors}
          pointer="/terms/dates/milestones"
        />
      </section>
    </>
  )
}
