import type { FormField as ContractField } from '@shixun/domain/calls/design/form'
import type { TrainerTitle } from '@shixun/domain/money/lecture-fee'
import '../../../words/load-plan.ts'
import type { FormField, FormFieldType } from '../../../ui/form-field.ts'
import { t, wordFor } from '../../../words/words.ts'
import { attachmentAccept, attachmentBytes, mostFiles } from '../files/attachment-kinds.ts'

const decimals = 2

function plainColumn(key: string, title: string, type: FormFieldType): FormField {
  return { key, title, type, limits: type === 'number' ? { decimals } : undefined }
}

const trainerTitles: readonly TrainerTitle[] = ['other', 'associate', 'full', 'eminent']

/** Modules are chosen where the form offers any, and written where it offers none. */
function courseColumns(modules: readonly string[]): FormField[] {
  const named = (key: string, type: FormFieldType, more: Partial<FormField> = {}): FormField => ({
    ...plainColumn(key, wordFor('plan', key === 'title' ? 'courseTitle' : key), type),
    ...more,
  })
  const module: Partial<FormField> =
    modules.length === 0 ? {} : { choices: modules.map((one) => ({ value: one, label: one })) }
  const titles = trainerTitles.map((title) => ({ value: title, label: wordFor('trainerTitle', title) }))
  return [
    named('title', 'text', { required: true }),
    named('module', modules.length === 0 ? 'text' : 'choice', { required: true, ...module }),
    named('hours', 'number', { required: true }),
    named('halfDays', 'number'),
    named('trainer', 'text', { required: true }),
    named('trainerTitle', 'choice', { choices: titles }),
    named('fee', 'money'),
    named('joint', 'text'),
  ]
}

/** How the kit calls the types. */
const drawnTypes: Record<ContractField['type'], FormFieldType> = {
  text: 'text',
  longtext: 'longtext',
  number: 'number',
  money: 'money',
  date: 'date',
  choice: 'choice',
  table: 'table',
  people: 'people',
  milestones: 'stages',
  courses: 'courses',
  budget: 'budget',
  file: 'file',
}

/** The columns that the domain's checks know for the types whose rows the rules read. */
function fixedColumns({ type, choices }: ContractField): FormField[] | undefined {
  if (type === 'people') {
    return [
      plainColumn('name', t('ui.people.name'), 'text'),
      plainColumn('unit', t('ui.people.unit'), 'text'),
      plainColumn('duty', t('ui.people.duty'), 'text'),
    ]
  }
  if (type === 'courses') return courseColumns(choices ?? [])
  if (type !== 'milestones') return undefined
  return [
    plainColumn('text', t('plan.stage'), 'text'),
    plainColumn('from', t('ui.from'), 'date'),
    plainColumn('to', t('ui.to'), 'date'),
  ]
}

function limitsOf({ type, maximum }: ContractField): FormField['limits'] {
  if (type === 'file') return { accept: attachmentAccept, maxBytes: attachmentBytes, maxFiles: maximum ?? mostFiles }
  if (type === 'number') return { decimals }
  if (type === 'text' || type === 'longtext') return { maxLength: maximum }
  return type === 'money' || type === 'date' || type === 'choice' ? undefined : { maxRows: maximum }
}

/** What a nomination carries so that its result finds the way home: for machines, not for readers. */
const unread: readonly string[] = ['originDistrict', 'originProject']

/** Fields of a call's form as the kit draws them. */
export function drawnFields(form: readonly ContractField[]): FormField[] {
  return form
    .filter(({ key, identifying }) => !(identifying && unread.includes(key)))
    .map((field) => ({
      key: field.key,
      title: field.title,
      type: drawnTypes[field.type],
      required: field.required,
      identifying: field.identifying,
      help: field.help,
      limits: limitsOf(field),
      choices: field.choices?.map((choice) => ({ value: choice, label: choice })),
      columns: fixedColumns(field) ?? field.columns?.map(({ key, title, type }) => plainColumn(key, title, type)),
    }))
}
