import type { FormField as ContractField } from '@shixun/domain/calls/form'
import type { FormField, FormFieldType } from '../../ui/form-field.ts'
import { t } from '../../words/words.ts'

const decimals = 2

function plainColumn(key: string, title: string, type: FormFieldType): FormField {
  return { key, title, type, limits: type === 'number' ? { decimals } : undefined }
}

/** The columns that the domain's checks know for these two types. */
function fixedColumns(type: ContractField['type']): FormField[] | undefined {
  if (type === 'people') {
    return [
      plainColumn('name', t('ui.people.name'), 'text'),
      plainColumn('unit', t('ui.people.unit'), 'text'),
      plainColumn('duty', t('ui.people.duty'), 'text'),
    ]
  }
  if (type !== 'milestones') return undefined
  return [
    plainColumn('text', t('calls.milestone'), 'longtext'),
    plainColumn('from', t('ui.from'), 'date'),
    plainColumn('to', t('ui.to'), 'date'),
  ]
}

function limitsOf({ type, maximum }: ContractField): FormField['limits'] {
  if (type === 'number') return { decimals }
  if (type === 'text' || type === 'longtext') return { maxLength: maximum }
  return type === 'money' || type === 'date' || type === 'choice' ? undefined : { maxRows: maximum }
}

/** Fields of a call's form as the kit draws them. */
export function drawnFields(form: readonly ContractField[]): FormField[] {
  return form.map((field) => ({
    key: field.key,
    title: field.title,
    type: field.type === 'milestones' ? 'table' : field.type,
    required: field.required,
    identifying: field.identifying,
    help: field.help,
    limits: limitsOf(field),
    choices: field.choices?.map((choice) => ({ value: choice, label: choice })),
    columns: fixedColumns(field.type) ?? field.columns?.map(({ key, title, type }) => plainColumn(key, title, type)),
  }))
}
