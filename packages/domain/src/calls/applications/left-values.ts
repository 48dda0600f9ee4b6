import type { FormField, FormValue, LeftValue } from '../design/form.ts'

function same(a: LeftValue, b: LeftValue): boolean {
  return (
    a.field.key === b.field.key &&
    a.field.title === b.field.title &&
    JSON.stringify(a.value) === JSON.stringify(b.value)
  )
}

/** An answer set aside with the field it was given to; `since` is the number of the form that had no place for it. */
export function leftOf(field: FormField, value: FormValue, since: number): LeftValue {
  return { field, value, since }
}

/** Puts what no longer fits to what was left before; the same words are not kept twice. */
export function addLeft(before: readonly LeftValue[], more: readonly LeftValue[]): LeftValue[] {
  const kept = [...before]
  for (const one of more) if (!kept.some((other) => same(one, other))) kept.push(one)
  return kept
}

/** What stays when a person lets those at these places go; places that are not there are no matter. */
export function dropLeft(before: readonly LeftValue[], places: readonly number[]): LeftValue[] {
  return before.filter((_, index) => !places.includes(index))
}
