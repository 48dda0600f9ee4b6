import { choicesOf, oneOf, phases } from '../../frame/choices.ts'
import { posts } from '../../frame/credit-codes.ts'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../words/words.ts'
import { Fold } from './fold.tsx'
import { type Policy, type Requirement, type WindowKind, windowOf, windows } from './policy-draft.ts'
import type { RuleProps } from './policy-rule-fields.tsx'
import { SelectorFields } from './selector-fields.tsx'
import { UnitSelect } from './unit-select.tsx'

function WindowFields({ rule, set, policy }: RuleProps<Requirement> & { policy: Policy }) {
  const { window } = rule
  return (
    <div class="policy-row">
      <Field label={t('policies.window')} required short>
        {(link) => (
          <Select
            {...link}
            value={window.kind}
            onChange={(kind) => set({ window: windowOf(oneOf(windows, kind) as WindowKind, policy) })}
            options={choicesOf('policyWindow', windows)}
            placeholder={null}
          />
        )}
      </Field>
      {window.kind === 'first_months' && (
        <Field label={t('policies.months')} required short>
          {(link) => (
            <NumberInput
              {...link}
              value={window.months}
              onChange={(months) => set({ window: { ...window, months: months ?? 0 } })}
            />
          )}
        </Field>
      )}
      {window.kind === 'last_years' && (
        <Field label={t('policies.lastYears')} required short>
          {(link) => (
            <NumberInput
              {...link}
              value={window.years}
              onChange={(years) => set({ window: { ...window, years: years ?? 0 } })}
            />
          )}
        </Field>
      )}
      {window.kind === 'dates' && (
        <>
          <Field label={t('credits.from')} required short>
            {(link) => (
              <DateInput {...link} value={window.from} onChange={(from) => set({ window: { ...window, from } })} />
            )}
          </Field>
          <Field label={t('credits.to')} required short>
            {(link) => <DateInput {...link} value={window.to} onChange={(to) => set({ window: { ...window, to } })} />}
          </Field>
        </>
      )}
    </div>
  )
}

/** Whom a requirement concerns; nothing chosen is everybody. */
function AppliesFields({ rule, set }: RuleProps<Requirement>) {
  const of = rule.appliesTo ?? {}
  const change = (part: NonNullable<Requirement['appliesTo']>) => {
    const { posts: p, phases: f, novice } = { ...of, ...part }
    const next = {
      ...(p?.length ? { posts: p } : {}),
      ...(f?.length ? { phases: f } : {}),
      ...(novice === undefined ? {} : { novice }),
    }
    set({ appliesTo: Object.keys(next).length > 0 ? next : undefined })
  }
  return (
    <Fold look="policy-where" title={t('policies.appliesTo')} startOpen={rule.appliesTo !== undefined}>
      <Field label={t('credits.posts')} group help={t('policies.appliesHelp')}>
        {() => (
          <CheckboxGroup
            value={of.posts ?? []}
            onChange={(next) => change({ posts: next })}
            options={choicesOf('post', posts)}
          />
        )}
      </Field>
      <Field label={t('credits.phase')} group>
        {() => (
          <CheckboxGroup
            value={of.phases ?? []}
            onChange={(next) => change({ phases: next })}
            options={choicesOf('phase', phases)}
          />
        )}
      </Field>
      <Field label={t('policies.novice')} group>
        {() => (
          <RadioGroup
            value={of.novice === undefined ? 'all' : of.novice ? 'novice' : 'others'}
            onChange={(next) => change({ novice: next === 'all' ? undefined : next === 'novice' })}
            options={choicesOf('policyNovice', ['all', 'novice', 'others'])}
          />
        )}
      </Field>
    </Fold>
  )
}

export function RequirementFields({ rule, set, policy }: RuleProps<Requirement> & { policy: Policy }) {
  return (
    <>
      <div class="policy-row">
        <Field label={t('policies.kind')} required short>
          {(link) => (
            <Select
              {...link}
              value={rule.kind}
              onChange={(kind) => set({ kind: oneOf(['min', 'max'], kind) })}
              options={choicesOf('policyKind', ['min', 'max'])}
              placeholder={null}
            />
          )}
        </Field>
        <Field label={t('policies.amount')} required short>
          {(link) => (
            <NumberInput
              {...link}
              decimals={2}
              value={rule.amount}
              onChange={(amount) => set({ amount: amount ?? 0 })}
            />
          )}
        </Field>
        <UnitSelect value={rule.unit} onChange={(unit) => set({ unit })} />
      </div>
      <WindowFields rule={rule} set={set} policy={policy} />
      <AppliesFields rule={rule} set={set} />
      <SelectorFields where={rule.where} onChange={(where) => set({ where })} />
    </>
  )
}
