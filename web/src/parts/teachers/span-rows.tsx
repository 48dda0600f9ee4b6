import './roster.css'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../words/words.ts'

/** A row of a form: a code with its days; an empty end is “still so” where that is allowed. */
export interface SpanRow<K extends string> {
  code: K
  from: string
  to: string
}

interface SpanRowsProps<K extends string> {
  label: string
  help: string
  words: string
  codes: readonly [K, ...K[]]
  addLabel: string
  codeLabel: string
  rows: readonly SpanRow<K>[]
  onChange: (rows: SpanRow<K>[]) => void
  /** Error of a row, by its place. */
  errorOf: (at: number) => string | undefined
}

/** Posts or leaves with their days, one a line. */
export function SpanRows<K extends string>(props: SpanRowsProps<K>) {
  const { label, help, words, codes, addLabel, codeLabel, rows, onChange, errorOf } = props
  const set = (at: number, change: Partial<SpanRow<K>>) =>
    onChange(rows.map((row, n) => (n === at ? { ...row, ...change } : row)))
  return (
    <Field label={label} help={help} group>
      {() => (
        <div class="stack">
          {rows.map((row, at) => (
            <div key={at}>
              <div class="span-row">
                <Select
                  aria-label={`${codeLabel} ${at + 1}`}
                  value={row.code}
                  onChange={(code) => set(at, { code: oneOf(codes, code) })}
                  options={choicesOf(words, codes)}
                  placeholder={null}
                />
                <DateInput
                  aria-label={`${t('roster.from')} ${at + 1}`}
                  value={row.from}
                  onChange={(from) => set(at, { from })}
                />
                <span aria-hidden="true">{t('ui.to')}</span>
                <DateInput
                  aria-label={`${t('roster.to')} ${at + 1}`}
                  value={row.to}
                  onChange={(to) => set(at, { to })}
                />
                <Button
                  kind="text"
                  icon="close"
                  title={t('ui.removeRow', { n: at + 1 })}
                  onClick={() => onChange(rows.filter((_, n) => n !== at))}
                />
              </div>
              {errorOf(at) && <p class="field-error">{errorOf(at)}</p>}
            </div>
          ))}
          <div>
            <Button size="small" icon="plus" onClick={() => onChange([...rows, { code: codes[0], from: '', to: '' }])}>
              {addLabel}
            </Button>
          </div>
        </div>
      )}
    </Field>
  )
}
