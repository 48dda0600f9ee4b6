import './comparison.css'
import type { FormField as ContractField } from '@shixun/domain/calls/design/form'
import type { OutputOf } from '../../../call.ts'
import { FormFieldValue } from '../../../ui/form-field-value.tsx'
import { t } from '../../../words/words.ts'
import { drawnFields } from '../design/contract-form.ts'
import { ChangeTag } from './change-tag.tsx'
import { ComparisonRows } from './comparison-rows.tsx'
import { DifferenceText } from './difference-text.tsx'

type FieldChange = OutputOf<'compareSubmissions'>['fields'][number]
type Side = FieldChange['before']

function isBlank(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function Answer({ side }: { side: Side }) {
  if (side === null) return <span class="muted">{t('files.notAsked')}</span>
  const [field] = drawnFields([side.field as ContractField])
  if (field === undefined || isBlank(side.value)) return <span class="muted">{t('files.blank')}</span>
  return <FormFieldValue field={field} value={side.value} />
}

function Difference({ one, onlyChanges }: { one: FieldChange; onlyChanges: boolean }) {
  const [field] = drawnFields(one.after ? [one.after.field as ContractField] : [])
  if (one.segments) return <DifferenceText segments={one.segments} />
  if (one.rows && field) return <ComparisonRows field={field} rows={one.rows} onlyChanges={onlyChanges} />
  if (one.change === 'same') return <Answer side={one.after ?? one.before} />
  return (
    <div class="comparison-sides">
      <div>
        <h4>{t('files.before')}</h4>
        <Answer side={one.before} />
      </div>
      <div>
        <h4>{t('files.after')}</h4>
        <Answer side={one.after} />
      </div>
    </div>
  )
}

/** One question of the form on both sides. */
export function ComparisonField({ one, onlyChanges }: { one: FieldChange; onlyChanges: boolean }) {
  const title = (one.after ?? one.before)?.field.title ?? one.key
  return (
    <section class="card comparison-field">
      <h2>
        {title} <ChangeTag change={one.change} />
      </h2>
      <Difference one={one} onlyChanges={onlyChanges} />
    </section>
  )
}
