import { choicesOf, oneOf, phases } from '../../frame/choices.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../words/words.ts'
import { leaveKinds, posts } from './credit-fields.ts'
import { Fold } from './fold.tsx'
import { FractionInput } from './fraction-input.tsx'
import {
  type Cap,
  type Conversion,
  type Exemption,
  type Policy,
  type Requirement,
  spans,
  units,
  type WindowKind,
  windowOf,
  windows,
} from './policy-draft.ts'
import { SelectorFields } from './selector-fields.tsx'

interface RuleProps<R> {
  rule: R
  set: (part: Partial<R>) => void
}

function UnitSelect({
  value,
  onChange,
}: {
  value: (typeof units)[number]
  onChange: (unit: (typeof units)[number]) => void
}) {
  return (
    <Field label={t('policies.unit')} required short>
      {(link) => (
        <Select
          {...link}
          value={value}
          onChange={(unit) => onChange(oneOf(units, unit))}
          options={choicesOf('creditUnit', units)}
          placeholder={null}
        />
      )}
    </Field>
  )
}

export function ConversionFields({ rule, set }: RuleProps<Conversion>) {
  const { factors } = rule
  return (
    <>
      <Field label={t('policies.rate')} group required help={t('policies.rateHelp')}>
        {() => (
          <FractionInput
            value={rule.perHour}
            onChange={(perHour) => set({ perHour })}
            words={['', t('policies.rateBetween'), t('policies.rateBehind')]}
            turned
          />
        )}
      </Field>
      {factors.map(({ post, factor }, at) => (
        <div class="row policy-factor" key={String(at)}>
          <Select
            aria-label={t('credits.post')}
            value={post}
            onChange={(next) => set({ factors: factors.map((one, n) => (n === at ? { ...one, post: next } : one)) })}
            options={choicesOf('post', posts)}
            placeholder={null}
          />
          <FractionInput
            value={factor}
            onChange={(next) => set({ factors: factors.map((one, n) => (n === at ? { ...one, factor: next } : one)) })}
            words={[t('policies.factorBefore'), '/', t('policies.factorBehind')]}
          />
          <Button size="small" onClick={() => set({ factors: factors.filter((_, n) => n !== at) })}>
            {t('policies.removeFactor')}
          </Button>
        </div>
      ))}
      <div class="row">
        <Button
          size="small"
          icon="plus"
          onClick={() => set({ factors: [...factors, { post: 'principal', factor: [1, 2] }] })}
        >
          {t('policies.addFactor')}
        </Button>
      </div>
      <SelectorFields where={rule.where} onChange={(where) => set({ where })} />
    </>
  )
}

export function CapFields({ rule, set }: RuleProps<Cap>) {
  return (
    <>
      <div class="policy-row">
        <Field label={t('policies.per')} required short>
          {(link) => (
            <Select
              {...link}
              value={rule.per}
              onChange={(per) => set({ per: oneOf(spans, per) })}
              options={choicesOf('policySpan', spans)}
              placeholder={null}
            />
          )}
        </Field>
        <Field label={t('policies.most')} required short>
          {(link) => (
            <NumberInput {...link} decimals={2} value={rule.most} onChange={(most) => set({ most: most ?? 0 })} />
          )}
        </Field>
        <UnitSelect value={rule.unit} onChange={(unit) => set({ unit })} />
      </div>
      <SelectorFields where={rule.where} onChange={(where) => set({ where })} />
    </>
  )
}

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

export function ExemptionFields({ rule, set, policy }: RuleProps<Exemption> & { policy: Policy }) {
  const { when } = rule
  const change = (part: Exemption['when']) => {
    const next = { ...when, ...part }
    set({
      when: Object.fromEntries(Object.entries(next).filter(([, list]) => list && list.length > 0)) as Exemption['when'],
    })
  }
  const minima = policy.requirements.filter(({ kind }) => kind === 'min')
  return (
    <>
      <Field label={t('policies.share')} group required help={t('policies.shareHelp')}>
        {() => <FractionInput value={rule.share} onChange={(share) => set({ share })} words={['', '/', '']} />}
      </Field>
      <Field label={t('policies.leaveKinds')} group>
        {() => (
          <CheckboxGroup
            value={when.leaveKinds ?? []}
            onChange={(next) => change({ leaveKinds: next })}
            options={choicesOf('leave', leaveKinds)}
          />
        )}
      </Field>
      <Field label={t('credits.posts')} group>
        {() => (
          <CheckboxGroup
            value={when.posts ?? []}
            onChange={(next) => change({ posts: next })}
            options={choicesOf('post', posts)}
          />
        )}
      </Field>
      <Field label={t('credits.phase')} group>
        {() => (
          <CheckboxGroup
            value={when.phases ?? []}
            onChange={(next) => change({ phases: next })}
            options={choicesOf('phase', phases)}
          />
        )}
      </Field>
      <Field label={t('policies.reliefOf')} group help={t('policies.reliefHelp')}>
        {() => (
          <CheckboxGroup
            value={rule.requirements === 'all' ? [] : rule.requirements}
            onChange={(next) => set({ requirements: next.length === 0 ? 'all' : next })}
            options={minima.map(({ id, title }) => ({ value: id, label: title }))}
            column
          />
        )}
      </Field>
    </>
  )
}
