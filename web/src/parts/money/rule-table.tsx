import { oneOf } from '../../frame/choices.ts'
import { MoneyInput } from '../../ui/money-input.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { Select } from '../../ui/select.tsx'
import { t, wordFor } from '../../words/words.ts'
import { type BudgetPolicy, hundredthsOf, severities } from './policy-rules.ts'

type Rule = keyof BudgetPolicy['rules']

interface RuleTableProps {
  caption: string
  rules: readonly Rule[]
  /** What the limits of these rules are; none for rules that go by figures of their own. */
  unit?: 'share' | 'fen' | undefined
  policy: BudgetPolicy
  errors: Readonly<Record<string, string>>
  disabled: boolean
  onChange: (policy: BudgetPolicy) => void
}

/** Rules with their limits and with what happens when they are broken. */
export function RuleTable({ caption, rules, unit, policy, errors, disabled, onChange }: RuleTableProps) {
  const set = (rule: Rule, change: Partial<BudgetPolicy['rules'][Rule]>) =>
    onChange({ ...policy, rules: { ...policy.rules, [rule]: { ...policy.rules[rule], ...change } } })
  return (
    <div class="form-rows-scroll">
      <table class="rule-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('budgetPolicy.rule')}</th>
            {unit && <th scope="col">{t('budgetPolicy.limit')}</th>}
            <th scope="col">{t('budgetPolicy.severity')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => {
            const name = wordFor('budgetRule', rule)
            const { severity, limit } = policy.rules[rule]
            const pointer = `/value/rules/${rule}/limit`
            const error = errors[pointer]
            const link = {
              'aria-label': t('budgetPolicy.limitOf', { rule: name }),
              'aria-invalid': error ? true : undefined,
              'aria-describedby': error ? pointer : undefined,
              disabled,
            }
            return (
              <tr key={rule} class={severity === 'off' ? 'rule-off' : ''} data-pointer={pointer}>
                <th scope="row">{name}</th>
                {unit && (
                  <td class="rule-limit">
                    {unit === 'share' ? (
                      <NumberInput
                        {...link}
                        value={(limit ?? 0) / 100}
                        onChange={(percent) => set(rule, { limit: hundredthsOf(percent) })}
                        decimals={2}
                        unit="%"
                      />
                    ) : (
                      <MoneyInput {...link} value={limit} onChange={(fen) => set(rule, { limit: fen ?? 0 })} />
                    )}
                    {error && (
                      <div class="field-error" id={pointer}>
                        {error}
                      </div>
                    )}
                  </td>
                )}
                <td class="rule-severity">
                  <Select
                    aria-label={t('budgetPolicy.severityOf', { rule: name })}
                    value={severity}
                    onChange={(value) => set(rule, { severity: oneOf(severities, value) })}
                    options={severities.map((value) => ({ value, label: wordFor('severity', value) }))}
                    placeholder={null}
                    disabled={disabled}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
