import type { AlarmRule } from '@shixun/domain/quality/assessments/alarm-rules'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { Select } from '../../../ui/select.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { metricKeys } from '../rubrics/metric-keys.ts'

type Kind = AlarmRule['kind']
const kinds: readonly Kind[] = ['below', 'fall', 'overdue', 'silent']
const MOST = 30

function newRule(kind: Kind, key: string): AlarmRule {
  switch (kind) {
    case 'below':
      return { key, kind, metric: 'attendance', limit: 8000 }
    case 'fall':
      return { key, kind, metric: 'total', points: 1000 }
    default:
      return { key, kind, days: kind === 'overdue' ? 7 : 30 }
  }
}

/** A key that no rule has yet: alarms that stand keep to the key of their rule. */
function freeKey(rules: readonly AlarmRule[]): string {
  let n = rules.length + 1
  while (rules.some(({ key }) => key === `rule-${n}`)) n += 1
  return `rule-${n}`
}

interface EditorProps {
  rules: readonly AlarmRule[]
  onChange: (rules: AlarmRule[]) => void
  errors: Readonly<Record<string, string>>
  readOnly: boolean
}

function Amount({
  rule,
  onChange,
  error,
  readOnly,
}: {
  rule: AlarmRule
  onChange: (rule: AlarmRule) => void
  error: string | undefined
  readOnly: boolean
}) {
  const isDays = rule.kind === 'overdue' || rule.kind === 'silent'
  const value = rule.kind === 'below' ? rule.limit / 100 : rule.kind === 'fall' ? rule.points / 100 : rule.days
  const label =
    rule.kind === 'below'
      ? t('assessments.limit')
      : rule.kind === 'fall'
        ? t('assessments.fallBy')
        : t('assessments.days')
  function set(next: number) {
    if (rule.kind === 'below') onChange({ ...rule, limit: Math.round(next * 100) })
    else if (rule.kind === 'fall') onChange({ ...rule, points: Math.round(next * 100) })
    else onChange({ ...rule, days: next })
  }
  const unit = isDays
    ? t('assessments.dayCount')
    : rule.kind === 'fall' && rule.metric === 'total'
      ? wordFor('countUnit', 'points')
      : '%'
  return (
    <Field label={label} short error={error}>
      {(link) => (
        <NumberInput
          {...link}
          value={value}
          decimals={isDays ? 0 : 2}
          unit={unit}
          readOnly={readOnly}
          onChange={(next) => set(next ?? 0)}
        />
      )}
    </Field>
  )
}

/** When an alarm sounds, rule by rule. */
export function AlarmRulesEditor({ rules, onChange, errors, readOnly }: EditorProps) {
  const put = (index: number, rule: AlarmRule) => onChange(rules.map((one, at) => (at === index ? rule : one)))
  const errorOf = (index: number) =>
    Object.entries(errors).find(([pointer]) => pointer.startsWith(`/value/alarms/${index}/`))?.[1]
  return (
    <>
      {rules.map((rule, index) => (
        <fieldset class="assessment-rule" key={rule.key} aria-label={t('assessments.rule', { n: index + 1 })}>
          <Field label={t('assessments.ruleKind')} short>
            {(link) => (
              <Select
                {...link}
                value={rule.kind}
                disabled={readOnly}
                placeholder={null}
                onChange={(kind) => put(index, newRule(kind as Kind, rule.key))}
                options={kinds.map((kind) => ({ value: kind, label: wordFor('alarmKind', kind) }))}
              />
            )}
          </Field>
          {(rule.kind === 'below' || rule.kind === 'fall') && (
            <Field label={t('assessments.metric')} short>
              {(link) => (
                <Select
                  {...link}
                  value={rule.metric}
                  disabled={readOnly}
                  placeholder={null}
                  onChange={(metric) => put(index, { ...rule, metric } as AlarmRule)}
                  options={[...(rule.kind === 'fall' ? ['total'] : []), ...metricKeys].map((metric) => ({
                    value: metric,
                    label: wordFor('assessed', metric),
                  }))}
                />
              )}
            </Field>
          )}
          <Amount rule={rule} error={errorOf(index)} readOnly={readOnly} onChange={(next) => put(index, next)} />
          {!readOnly && (
            <Button kind="text" size="small" onClick={() => onChange(rules.filter((_, at) => at !== index))}>
              {t('assessments.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      {!readOnly && rules.length < MOST && (
        <Button onClick={() => onChange([...rules, newRule('below', freeKey(rules))])}>
          {t('assessments.addRule')}
        </Button>
      )}
    </>
  )
}
