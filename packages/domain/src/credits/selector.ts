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

type Branch<T> = { next: (Branch<T> | undefined)[]; made: { thing: T } | null }

/**
 * What is made of an entry's attributes, made once for all entries that the given selectors cannot tell apart. Values that
 * no selector names are one and the same, so that free text makes no more of them.
 */
export function byAttributes<T>(
  wheres: readonly { where: Selector }[],
  make: (entry: Attributes) => T,
): (entry: Attributes) => T {
  const told = SELECTED.flatMap((name) => {
    const values = new Set(wheres.flatMap(({ where }) => where[name] ?? []))
    const asked = wheres.some(({ where }) => where[name] !== undefined)
    return asked ? [{ name, numbers: new Map([...values].map((value, n) => [value, n + 1])) }] : []
  })
  const root: Branch<T> = { next: [], made: null }
  return (entry) => {
    let branch = root
    for (const { name, numbers } of told) {
      const n = numbers.get(entry[name]) ?? 0
      branch.next[n] ??= { next: [], made: null }
      branch = branch.next[n]
    }
    branch.made ??= { thing: make(entry) }
    return branch.made.thing
  }
}
