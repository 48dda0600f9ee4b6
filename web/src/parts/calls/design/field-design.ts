import type { FormField, Means } from '@shixun/domain/calls/design/form'

type FieldType = FormField['type']

/** What the limits of a type count: characters, a figure, an amount in fen, rows, or nothing. */
export type LimitOf = 'characters' | 'figure' | 'amount' | 'rows' | null

const LIMITS: Record<FieldType, LimitOf> = {
  text: 'characters',
  longtext: 'characters',
  number: 'figure',
  money: 'amount',
  date: null,
  choice: null,
  table: 'rows',
  people: 'rows',
  milestones: 'rows',
  courses: 'rows',
  budget: 'rows',
  file: 'rows',
}

/** What an answer of each type may be to the rules; the server has the last word. */
const MEANINGS: Partial<Record<FieldType, readonly Means[]>> = {
  number: ['persons', 'days', 'hours', 'arrival', 'departure', 'target'],
  choice: ['phase', 'subject', 'mode'],
  text: ['phase', 'subject', 'mode', 'target', 'output'],
  longtext: ['target', 'output'],
  table: ['target', 'output'],
}

/** Every type of a field, in the order in which they are offered. */
export const fieldTypes = Object.keys(LIMITS) as FieldType[]

export function limitOf(type: FieldType): LimitOf {
  return LIMITS[type]
}

export function meaningsOf(type: FieldType): readonly Means[] {
  return MEANINGS[type] ?? []
}

/** A key that no field of this or an earlier version of the form has: `random` are numbers from 0 to 35. */
export function fieldKey(prefix: string, taken: readonly string[], random: () => number): string {
  const letter = () => '0123456789abcdefghijklmnopqrstuvwxyz'.charAt(random())
  const key = `${prefix}_${letter()}${letter()}${letter()}${letter()}${letter()}`
  return taken.includes(key) ? fieldKey(prefix, taken, random) : key
}

export function randomDigit(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 36
}

export function blankField(form: readonly FormField[]): FormField {
  const key = fieldKey(
    'field',
    form.map((field) => field.key),
    randomDigit,
  )
  return { key, title: '', type: 'text', required: true, identifying: false }
}

/** The field as another type: what that type has no use for goes. */
export function asType({ key, title, required, identifying, help, means, choices }: FormField, type: FieldType) {
  const keeps = means !== undefined && meaningsOf(type).includes(means)
  const field: FormField = { key, title, type, required, identifying: identifying || type === 'people' }
  if (help !== undefined) field.help = help
  if (keeps) field.means = means
  if (choices !== undefined && (type === 'choice' || type === 'courses')) field.choices = choices
  if (type === 'table') field.columns = []
  return field
}

/** One choice a line; blank lines and repeats are none. */
export function choicesIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line, index) => line !== '' && lines.indexOf(line) === index)
}

/** Whether the field can be taken into the form; the rest the server checks. */
export function fieldReady({ title, type, choices, columns }: FormField): boolean {
  if (title.trim() === '') return false
  if (type === 'choice') return (choices ?? []).length > 0
  return type !== 'table' || ((columns ?? []).length > 0 && (columns ?? []).every((one) => one.title.trim() !== ''))
}

/** The list with the item at `from` standing at `to`; places outside the list change nothing. */
export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return [...list]
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** Errors of the server under a field of the form, by the rest of their pointer. */
export function errorsOfField(errors: Readonly<Record<string, string>>, index: number): Record<string, string> {
  const at = `/form/${index}`
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([pointer]) => pointer === at || pointer.startsWith(`${at}/`))
      .map(([pointer, text]) => [pointer.slice(at.length), text]),
  )
}
