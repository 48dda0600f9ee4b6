export type Values = Readonly<Record<string, unknown>>

export interface Merge {
  /** Mine where I changed it, theirs elsewhere. */
  values: Record<string, unknown>
  /** Keys that both changed, and differently: a person must choose. */
  conflicts: string[]
  /** Whether the others changed any value at all. */
  theirsChanged: boolean
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

/** Brings two editors' values together over what both started from. */
export function mergeThreeWay(base: Values, mine: Values, theirs: Values): Merge {
  const keys = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])]
  const values: Record<string, unknown> = {}
  const conflicts: string[] = []
  let theirsChanged = false
  for (const key of keys) {
    const iChanged = !same(mine[key], base[key])
    const theyChanged = !same(theirs[key], base[key])
    theirsChanged ||= theyChanged
    if (iChanged && theyChanged && !same(mine[key], theirs[key])) conflicts.push(key)
    const value = iChanged ? mine[key] : theirs[key]
    if (value !== undefined) values[key] = value
  }
  return { values, conflicts, theirsChanged }
}
