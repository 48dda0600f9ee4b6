import { checkForm, type FormField, type FormValue, type FormValues, type LeftValue } from '../design/form.ts'
import { ROW_COLUMNS } from '../design/form-columns.ts'
import { carryRows } from './carry-rows.ts'
import { leftOf } from './left-values.ts'

/** How the fields of two forms differ, as keys: of the new form, `removed` of the old one. */
export type FormChanges = { added: string[]; changed: string[]; removed: string[] }
export type Carried = { values: FormValues; left: LeftValue[]; changes: FormChanges }

const ROWS = new Set<string>(['table', ...Object.keys(ROW_COLUMNS)])

function isBlank(value: FormValue | undefined): boolean {
  if (Array.isArray(value)) return value.every((row) => Object.values(row).every(isBlank))
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

/** The field of the old form whose answers a field takes over: of its key, else of its title where no key tells. */
function sourceOf(from: readonly FormField[], to: readonly FormField[], field: FormField): FormField | undefined {
  const byKey = from.find(({ key }) => key === field.key)
  if (byKey) return byKey
  const free = from.filter(({ key }) => !to.some((other) => other.key === key))
  const titled = free.filter(({ title }) => title === field.title)
  if (titled.length === 1 && to.filter(({ title }) => title === field.title).length === 1) return titled[0]
  const once = field.type === 'courses' || field.type === 'budget'
  const typed = free.filter(({ type }) => type === field.type)
  return once && typed.length === 1 ? typed[0] : undefined
}

/** A single answer as another type reads it: text from everything, a figure from text that is nothing else. */
function converted(value: string | number, field: FormField, before: FormField): FormValue {
  // 元 and bare figures differ by a hundred: which was meant, only a person knows
  if (before.type === 'money' || field.type === 'money') return before.type === field.type ? value : null
  if (field.type === 'number')
    return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,6})?$/.test(value.trim()) ? Number(value) : value
  if (field.type === 'text')
    return String(value)
      .trim()
      .replace(/\s*\n\s*/g, ' ')
  return typeof value === 'number' ? String(value) : value
}

function fits(field: FormField, value: FormValue): boolean {
  return checkForm([field], { [field.key]: value }, false).length === 0
}

/** The answer under its new field, and whether the whole of it found its place. */
function carryOne(before: FormField, field: FormField, value: FormValue): { value: FormValue; whole: boolean } {
  const rows = [before, field].map(({ type }) => ROWS.has(type))
  if (rows[0] && rows[1] && Array.isArray(value)) return carryRows(before, field, value)
  if (rows[0] || rows[1] || Array.isArray(value) || value === null) return { value: null, whole: false }
  const same = before.type === field.type ? value : converted(value, field, before)
  return same !== null && fits(field, same) ? { value: same, whole: true } : { value: null, whole: false }
}

function changesBetween(from: readonly FormField[], to: readonly FormField[]): FormChanges {
  const pairs = to.map((field) => ({ field, before: sourceOf(from, to, field) }))
  const taken = new Set(pairs.map(({ before }) => before?.key))
  return {
    added: pairs.filter(({ before }) => !before).map(({ field }) => field.key),
    changed: pairs
      .filter(({ field, before }) => before && JSON.stringify(sorted(field)) !== JSON.stringify(sorted(before)))
      .map(({ field }) => field.key),
    removed: from.filter(({ key }) => !taken.has(key)).map(({ key }) => key),
  }
}

/** Members in one order, without those that say nothing: a form is compared by what it asks. */
function sorted(field: FormField): [string, unknown][] {
  return Object.entries(field)
    .filter(([, value]) => value !== undefined && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * Carries answers from the form they were written under to another: the next version of a call's form, or the form of
 * this year's call. What finds no place, or only in part, comes back in `left` as it was written; nothing is lost.
 * `since` is the number of the form that has no place for it.
 */
export function carryValues(
  from: readonly FormField[],
  to: readonly FormField[],
  values: FormValues,
  since: number,
): Carried {
  const carried: FormValues = {}
  const placed = new Set<string>()
  for (const field of to) {
    const before = sourceOf(from, to, field)
    const value = before && Object.hasOwn(values, before.key) ? values[before.key] : undefined
    if (!before || value === undefined) continue
    if (isBlank(value)) {
      placed.add(before.key)
      continue
    }
    const one = carryOne(before, field, value)
    if (!isBlank(one.value)) carried[field.key] = one.value
    if (one.whole) placed.add(before.key)
  }
  const left = from.flatMap((field) => {
    const value = Object.hasOwn(values, field.key) ? values[field.key] : undefined
    return value === undefined || isBlank(value) || placed.has(field.key) ? [] : [leftOf(field, value, since)]
  })
  return { values: carried, left, changes: changesBetween(from, to) }
}
