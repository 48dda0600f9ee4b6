import type { ComponentChildren } from 'preact'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'
import { Fold } from './fold.tsx'
import { movedBy, type PolicyProblem } from './policy-draft.ts'

type Rule = { id: string; title: string }

interface RuleListProps<R extends Rule> {
  title: string
  help: string
  /** Pointer of the list: what is wrong with a rule is shown with it. */
  pointer: string
  problems: readonly PolicyProblem[]
  rules: readonly R[]
  blank: () => R
  onChange: (rules: R[]) => void
  children: (rule: R, set: (part: Partial<R>) => void) => ComponentChildren
}

/** Rules of one kind, each unfolded to be changed. */
export function RuleList<R extends Rule>(props: RuleListProps<R>) {
  const { title, help, pointer, problems, rules, blank, onChange, children } = props
  return (
    <section class="card stack" id={`policy${pointer.replaceAll('/', '-')}`}>
      <h2>{title}</h2>
      <p class="muted">{help}</p>
      {rules.map((rule, at) => {
        const own = problems.filter((problem) => `${problem.pointer}/`.startsWith(`${pointer}/${at}/`))
        const set = (part: Partial<R>) => onChange(rules.map((one, n) => (n === at ? { ...one, ...part } : one)))
        return (
          <Fold
            key={rule.id}
            look="policy-rule"
            id={`policy${pointer.replaceAll('/', '-')}-${at}`}
            title={<span class="policy-rule-title">{rule.title || t('policies.untitled')}</span>}
            startOpen={rule.title === '' || own.length > 0}
          >
            {own.map((problem) => (
              <p key={problem.detail} class="field-error">
                {problem.detail}
              </p>
            ))}
            <Field label={t('policies.ruleTitle')} required>
              {(link) => (
                <TextInput {...link} value={rule.title} onChange={(next) => set({ title: next } as Partial<R>)} />
              )}
            </Field>
            {children(rule, set)}
            <div class="row">
              <Button size="small" icon="up" disabled={at === 0} onClick={() => onChange(movedBy(rules, at, -1))}>
                {t('policies.up')}
              </Button>
              <Button
                size="small"
                icon="down"
                disabled={at === rules.length - 1}
                onClick={() => onChange(movedBy(rules, at, 1))}
              >
                {t('policies.down')}
              </Button>
              <Button size="small" kind="danger" onClick={() => onChange(rules.filter((_, n) => n !== at))}>
                {t('policies.removeRule')}
              </Button>
            </div>
          </Fold>
        )
      })}
      <div class="row">
        <Button icon="plus" onClick={() => onChange([...rules, blank()])}>
          {t('policies.addRule', { kind: title })}
        </Button>
      </div>
    </section>
  )
}
