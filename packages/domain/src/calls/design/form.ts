import { isCalendarDate } from '../../shared/china-time.ts'
import type { FieldProblem } from '../../shared/result.ts'
import type { BLINDNESS, METHODS } from './call.ts'
import { type FormColumn, ROW_COLUMNS } from './form-columns.ts'

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
  'courses',
  'budget',
  'file',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** What an answer is to the rules, whatever the office calls the field. Only targets and outputs may be asked twice. */
export const MEANS = [
  'persons',
  'days',
  'hours',
  'arrival',
  'departure',
  'phase',
  'subject',
  'mode',
  'target',
  'output',
] as const
export type Means = (typeof MEANS)[number]

/**
 * One question of a call's form. `identifying` answers are hidden from experts under blind review. Money is in fen.
 * `choices` of courses are the content modules to choose from.
 */
export type FormField = {
  key: string
  title: string
  type: FieldType
  required: boolean
  identifying: boolean
  help?: string | undefined
  means?: Means | undefined
  choices?: string[] | undefined
  columns?: { key: string; title: string; type: 'text' | 'number' | 'money' | 'date' }[] | undefined
  minimum?: number | undefined
  maximum?: number | undefined
}

/** Answers by field key: text, number (money in fen), or rows of a table. */
export type FormValue = string | number | null | Record<string, string | number | null>[]
export type FormValues = Record<string, FormValue>

/** An answer that no longer fits a changed form, with the field it was given to. */
export type LeftValue = { field: FormField; value: FormValue; since: number }

export type Provenance = { listing: string; version: number; title: string; curator: string; origin: string }

/**
 * How a call is reviewed: experts per application, blindness, official aggregation, and how many may be approved. `tieBreak`: keys of
 * criteria by which equal scores are separated, in turn, or `@gap` for the smaller gap; what none separates stays a tie.
 * `minSheetsPerRater`: sheets an expert must share with others before severity is corrected (3 unless said).
 */
export type ReviewRules = {
  tieBreak?: string[] | undefined
  minSheetsPerRater?: number | undefined
  blindness: (typeof BLINDNESS)[number]
  method: (typeof METHODS)[number]
  expertsPerItem: number
  quota: number
}

export type AttachmentCard = { id: string; name: string; mediaType: string; size: number; sha256: string }

/** A row of a public notice: never an ID number, never a phone, not even masked (domain.md §5). */
export type NoticeItem = { applicationId: string; title: string; unitName: string; rank: number | null; result: string }

const MOST_ROWS = 200

function checkCell(type: string, value: unknown): string | null {
  if (type === 'number' || type === 'money') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'not_a_number'
    return type === 'money' && (!Number.isInteger(value) || Math.abs(value) > 99_999_999_999) ? 'not_money' : null
  }
  if (typeof value !== 'string') return 'not_text'
  return type === 'date' && !isCalendarDate(value) ? 'not_a_date' : null
}

function checkCode(choices: readonly string[] | undefined, value: unknown): string | null {
  return choices && !choices.includes(String(value)) ? 'not_a_choice' : null
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether an answer says nothing: nobody may fill a required field with spaces or with rows of gaps. */
function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((row: object) => Object.values(row).every(isBlank))
  return isEmpty(value) || (typeof value === 'string' && value.trim() === '')
}

/** The value under a key that really is the record's own ('constructor' is a legal key of a field). */
function ownValue(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function step(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function endsBeforeStart(from: unknown, to: unknown): boolean {
  const dated = (value: unknown) => typeof value === 'string' && isCalendarDate(value)
  return dated(from) && dated(to) && String(from) > String(to)
}

function checkRow(field: FormField, row: Record<string, unknown>, at: string, complete: boolean): FieldProblem[] {
  const columns: readonly FormColumn[] = ROW_COLUMNS[field.type] ?? field.columns ?? []
  const unknown = Object.keys(row).filter((key) => !columns.some((column) => column.key === key))
  const cells = columns.flatMap(({ key, type, required, choices }) => {
    const value = ownValue(row, key)
    if (complete && required && isBlank(value)) return [{ pointer: at + step(key), problem: 'required' }]
    const problem = isEmpty(value) ? null : (checkCell(type, value) ?? checkCode(choices, value))
    return problem ? [{ pointer: at + step(key), problem }] : []
  })
  const reversed = field.type === 'milestones' && endsBeforeStart(ownValue(row, 'from'), ownValue(row, 'to'))
  return [
    ...unknown.map((key) => ({ pointer: at + step(key), problem: 'unknown_field' })),
    ...cells,
    ...(reversed ? [{ pointer: `${at}/to`, problem: 'ends_before_start' }] : []),
  ]
}

function checkRows(field: FormField, value: unknown, pointer: string, complete: boolean): FieldProblem[] {
  if (!Array.isArray(value)) return [{ pointer, problem: 'not_rows' }]
  const { minimum, maximum = MOST_ROWS } = field
  if (value.length > maximum) return [{ pointer, problem: 'too_many_rows', limit: maximum }]
  const few = complete && minimum !== undefined && value.length < minimum
  return [
    ...(few ? [{ pointer, problem: 'too_short', limit: minimum }] : []),
    ...value.flatMap((row: Record<string, unknown>, index) => checkRow(field, row, pointer + step(index), complete)),
  ]
}

function checkField(field: FormField, value: unknown, complete: boolean): FieldProblem[] {
  const pointer = step(field.key)
  if (field.required && complete && isBlank(value)) return [{ pointer, problem: 'required' }]
  if (isEmpty(value)) return []
  if (field.type === 'table' || ROW_COLUMNS[field.type]) return checkRows(field, value, pointer, complete)
  const wrong = checkCell(field.type, value)
  if (wrong) return [{ pointer, problem: wrong }]
  if (field.type === 'choice' && !(field.choices ?? []).includes(String(value)))
    return [{ pointer, problem: 'not_a_choice' }]
  if (complete && field.means === 'persons' && !Number.isInteger(value)) return [{ pointer, problem: 'not_whole' }]
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
    .map((key) => ({ pointer: step(key), problem: 'unknown_field' }))
  return [...unknown, ...form.flatMap((field) => checkField(field, ownValue(values, field.key), complete))]
}

/** Indices of the texts that stand earlier in the list too. */
function repeats(texts: readonly string[]): number[] {
  return texts.flatMap((text, index) => (texts.indexOf(text) < index ? [index] : []))
}

/** The types that can mean something to the rules. */
const MEANT_BY: Record<Means, readonly FieldType[]> = {
  persons: ['number'],
  days: ['number'],
  hours: ['number'],
  arrival: ['number'],
  departure: ['number'],
  phase: ['choice', 'text'],
  subject: ['choice', 'text'],
  mode: ['choice', 'text'],
  target: ['number', 'text', 'longtext', 'table'],
  output: ['text', 'longtext', 'table'],
}
const MEANT_OFTEN: readonly Means[] = ['target', 'output']
/** The rules read the courses and the budget of a form by type, so that one of each is asked at most. */
const ASKED_ONCE: readonly FieldType[] = ['courses', 'budget']

function checkMeaning(form: readonly FormField[], field: FormField, index: number): FieldProblem[] {
  const { means, type } = field
  const before = form.slice(0, index)
  const once = ASKED_ONCE.includes(type) && before.some((other) => other.type === type)
  const repeated = means && !MEANT_OFTEN.includes(means) && before.some((other) => other.means === means)
  const mistaken = means && !MEANT_BY[means].includes(type)
  return [
    ...(once ? [{ pointer: `/${index}/type`, problem: 'duplicate' }] : []),
    ...(repeated ? [{ pointer: `/${index}/means`, problem: 'duplicate' }] : []),
    ...(mistaken ? [{ pointer: `/${index}/means`, problem: 'means_other_type' }] : []),
  ]
}

/**
 * Checks a form as an office composes it: no key or choice twice, choices and columns where their types need them,
 * nothing that means the same twice, courses and budget once.
 */
export function checkFormDesign(form: readonly FormField[]): FieldProblem[] {
  const keys = repeats(form.map(({ key }) => key))
  return form.flatMap((field, index) => {
    const at = `/${index}`
    const problems: FieldProblem[] = []
    if (keys.includes(index)) problems.push({ pointer: `${at}/key`, problem: 'duplicate' })
    if (field.type === 'choice' && !field.choices?.length)
      problems.push({ pointer: `${at}/choices`, problem: 'required' })
    for (const same of repeats(field.choices ?? []))
      problems.push({ pointer: `${at}/choices/${same}`, problem: 'duplicate' })
    if (field.type === 'table' && !field.columns?.length)
      problems.push({ pointer: `${at}/columns`, problem: 'required' })
    for (const same of repeats((field.columns ?? []).map(({ key }) => key)))
      problems.push({ pointer: `${at}/columns/${same}/key`, problem: 'duplicate' })
    if (field.minimum !== undefined && field.maximum !== undefined && field.minimum > field.maximum)
      problems.push({ pointer: `${at}/maximum`, problem: 'less_than_minimum' })
    return [...problems, ...checkMeaning(form, field, index)]
  })
}
