import { t } from '../words/words.ts'
import type { FormField } from './form-field.ts'

/** Columns of a field: its own, or the four that every bureau's list of people has. */
export function columnsOf(field: FormField): readonly FormField[] {
  if (field.columns !== undefined || field.type !== 'people') return field.columns ?? []
  return [
    { key: 'name', title: t('ui.people.name'), type: 'text', required: true },
    { key: 'unit', title: t('ui.people.unit'), type: 'text' },
    { key: 'title', title: t('ui.people.title'), type: 'text' },
    { key: 'duty', title: t('ui.people.duty'), type: 'text' },
  ]
}
