import { SELECTED, type Selector } from './policy.ts'

/** What an entry is, as selectors see it. */
export type Attributes = Readonly<Record<(typeof SELECTED)[number], string>>

export function selects(where: Selector, entry: Attributes): boolean {
  return SELECTED.every((name) => where[name]?.includes(entry[name]) ?? true)
}

/** Whether everything that `inner` selects is selected by `outer`. */
export function within(inner: Selector, outer: Selector): boolean {
  return SELECTED.every((name) => {
    const allowed = outer[name]
    return allowed === undefined || (inner[name]?.every((value) => allowed.includes(value)) ?? false)
  })
}

/** Whether nothing can be selected by both. */
export function disjoint(a: Selector, b: Selector): boolean {
  return SELECTED.some((name) => {
    const others = b[name]
    return others !== undefined && a[name] !== undefined && !a[name].some((value) => others.includes(value))
  })
}

export function sameSelection(a: Selector, b: Selector): boolean {
  return within(a, b) && within(b, a)
}
