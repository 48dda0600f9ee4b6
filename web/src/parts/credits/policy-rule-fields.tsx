import { choicesOf, oneOf, phases } from '../../frame/choices.ts'
import { leaveKinds, posts } from '../../frame/credit-codes.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../words/words.ts'
import { FractionInput } from './fraction-input.tsx'
import { type Cap, type Conversion, type Exemption, type Policy, spans } from './policy-draft.ts'
import { SelectorFields } from './selector-fields.tsx'
import { UnitSelect } from './unit-select.tsx'

export interface RuleProps<R> {
  rule: R
  set: (part: Partial<R>) => void
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
