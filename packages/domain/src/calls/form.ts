import type { FieldProblem } from '../shared/result.ts'
import type { BLINDNESS, METHODS } from './call.ts'

export const FIELD_TYPES = [
  'text',
  'longtext',
  'number',
  'money',
  'date',
  'choice',
  'table',
  'people',
  'milestones',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** One question of a call's form. `identifying` answers are hidden from experts under blind review. Money is in fen. */
export type FormField = {
  key: string
  title: string
  type: FieldType
  required: boolean
  identifying: boolean
  help?: string | undefined
  choices?: string[] | undefined
  columns?: { key: string; title: string; type: 'text' | 'number' | 'money' | 'date' }[] | undefined
  minimum?: number | undefined
  maximum?: number | undefined
}

/** Answers by field key: text, number (money in fen), or rows of a table. */
export type FormValue = string | number | null | Record<string, string | number | null>[]
export type FormValues = Record<string, FormValue>

export type Provenance = { listing: string; version: number; title: string; curator: string; origin: string }

/** How a call is reviewed: experts per application, blindness, official aggregation, and how many may be approved. */
export type ReviewRules = {
  blindness: (typeof BLINDNESS)[number]
  method: (typeof METHODS)[number]
  expertsPerItem: number
  quota: number
}

export type AttachmentCard = { id: string; name: string; mediaType: string; size: number; sha256: string }

/** A row of a public notice: never an ID number, never a phone, not even masked (domain.md §5). */
export type NoticeItem = { applicationId: string; title: string; unitName: string; rank: number | null; result: string }

const DATE = /^\d{4}-\d{2}-\d{2}$/

function checkCell(type: string, value: unknown): string | null {
  if (type === 'number' || type === 'money') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'not_a_number'
    return type === 'money' && (!Number.isInteger(value) || Math.abs(value) > 99_999_999_999) ? 'not_money' : null
  }
  if (typeof value !== 'string') return 'not_text'
  return type === 'date' && !DATE.test(value) ? 'not_a_date' : null
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

const ROW_TYPES: Partial<Record<FieldType, { key: string; type: string }[]>> = {
  people: [
    { key: 'name', type: 'text' },
    { key: 'unit', type: 'text' },
    { key: 'duty', type: 'text' },
  ],
  milestones: [
    { key: 'text', type: 'text' },
    { key: 'from', type: 'date' },
    { key: 'to', type: 'date' },
  ],
}

function checkRows(field: FormField, value: unknown, pointer: string): FieldProblem[] {
  if (!Array.isArray(value)) return [{ pointer, problem: 'not_rows' }]
  if (value.length > (field.maximum ?? 200)) return [{ pointer, problem: 'too_many_rows', limit: field.maximum ?? 200 }]
  const columns = ROW_TYPES[field.type] ?? field.columns ?? []
  return value.flatMap((row: Record<string, unknown>, index) => {
    const unknown = Object.keys(row).filter((key) => !columns.some((column) => column.key === key))
    const cells = columns.flatMap((column) => {
      const problem = isEmpty(row[column.key]) ? null : checkCell(column.type, row[column.key])
      return problem ? [{ pointer: `${pointer}/${index}/${column.key}`, problem }] : []
    })
    const reversed =
      field.type === 'milestones' &&
      typeof row['from'] === 'string' &&
      typeof row['to'] === 'string' &&
      row['from'] > row['to']
    return [
      ...unknown.map((key) => ({ pointer: `${pointer}/${index}/${key}`, problem: 'unknown_field' })),
      ...cells,
      ...(reversed ? [{ pointer: `${pointer}/${index}/to`, problem: 'ends_before_start' }] : []),
    ]
  })
}

function checkField(field: FormField, value: unknown, complete: boolean): FieldProblem[] {
  const pointer = `/${field.key}`
  if (isEmpty(value)) return field.required && complete ? [{ pointer, problem: 'required' }] : []
  if (field.type === 'table' || field.type === 'people' || field.type === 'milestones')
    return checkRows(field, value, pointer)
  const wrong = checkCell(field.type, value)
  if (wrong) return [{ pointer, problem: wrong }]
  if (field.type === 'choice' && !(field.choices ?? []).includes(String(value)))
    return [{ pointer, problem: 'not_a_choice' }]
  const size = typeof value === 'number' ? value : String(value).length
  const words = typeof value === 'number' ? ['too_small', 'too_large'] : ['too_short', 'too_long']
  if (field.maximum !== undefined && size > field.maximum)
    return [{ pointer, problem: words[1] ?? '', limit: field.maximum }]
  if (complete && field.minimum !== undefined && size < field.minimum)
    return [{ pointer, problem: words[0] ?? '', limit: field.minimum }]
  return []
}

/**
 * Checks answers against the form of a call. `complete` asks for everything that is required (a submission);
 * a draft may have gaps but nothing malformed. Pointers are relative to the values.
 */
export function checkForm(form: readonly FormField[], values: FormValues, complete: boolean): FieldProblem[] {
  const unknown = Object.keys(values)
    .filter((key) => !form.some((field) => field.key === key))
    .map((key) => ({ pointer: `/${key}`, problem: 'unknown_field' }))
  return [...unknown, ...form.flatMap((field) => checkField(field, values[field.key], complete))]
}

/** Checks a form as an office composes it: keys unique and well-formed, choices and columns where their types need them. */
export function checkFormDesign(form: readonly FormField[]): FieldProblem[] {
  return form.flatMap((field, index) => {
    const at = `/${index}`
    const problems: FieldProblem[] = []
    if (form.findIndex((other) => other.key === field.key) !== index)
      problems.push({ pointer: `${at}/key`, problem: 'duplicate' })
    if (field.type === 'choice' && !field.choices?.length)
      problems.push({ pointer: `${at}/choices`, problem: 'required' })
    if (field.type === 'table' && !field.columns?.length)
      problems.push({ pointer: `${at}/columns`, problem: 'required' })
    if (field.minimum !== undefined && field.maximum !== undefined && field.minimum > field.maximum)
      problems.push({ pointer: `${at}/maximum`, problem: 'less_than_minimum' })
    return problems
  })
}
