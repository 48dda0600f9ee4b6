import type { CompiledPolicy, EntryClass } from './compile-policy.ts'

/** The classes of a ledger as columns, so that the pass over the entries reads numbers alone. */
export type ClassTables = {
  rates: Float64Array
  /** Tightest caps of one entry, in base parts and in 1/scale; infinite without one. */
  entryHours: Float64Array
  entryCredits: Float64Array
  /** 1: the rate depends on the posts of the teacher. */
  byPost: Uint8Array
  /** Requirements of class c: numbers from starts[c] up to starts[c + 1]. */
  demandStarts: Int32Array
  demands: Int32Array
  /** Caps over several entries, likewise. */
  capStarts: Int32Array
  caps: Int32Array
  carried: Uint8Array
}

function joined(lists: readonly (readonly number[])[]): { starts: Int32Array; values: Int32Array } {
  const starts = new Int32Array(lists.length + 1)
  lists.forEach((list, n) => {
    starts[n + 1] = (starts[n] ?? 0) + list.length
  })
  return { starts, values: Int32Array.from(lists.flat()) }
}

/** Yearly requirements come last in each list. */
export function classTables({ requirements }: CompiledPolicy, classes: readonly EntryClass[]): ClassTables {
  const isYearly = (n: number) => (requirements[n]?.requirement.window.kind === 'calendar_year' ? 1 : 0)
  const demands = joined(classes.map((one) => [...one.requirements].sort((a, b) => isYearly(a) - isYearly(b))))
  const caps = joined(classes.map(({ groups }) => groups))
  return {
    rates: Float64Array.from(classes, ({ rate }) => rate),
    entryHours: Float64Array.from(classes, ({ entryHours }) => entryHours?.most ?? Number.POSITIVE_INFINITY),
    entryCredits: Float64Array.from(classes, ({ entryCredits }) => entryCredits?.most ?? Number.POSITIVE_INFINITY),
    byPost: Uint8Array.from(classes, ({ postRates }) => (postRates.length > 0 ? 1 : 0)),
    demandStarts: demands.starts,
    demands: demands.values,
    capStarts: caps.starts,
    caps: caps.values,
    carried: Uint8Array.from(classes, ({ carried }) => (carried ? 1 : 0)),
  }
}
