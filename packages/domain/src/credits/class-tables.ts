import type { CompiledPolicy, EntryClass } from './compile-policy.ts'

/**
 * How an entry of a class enters the sum of a requirement: as it is, as the caps of the whole cycle leave it, or by caps of
 * the requirement's own. Odd numbers sum credits.
 */
export const RAW = 0
export const SHARED = 2
export const OWN = 4

/** Parts of `Entering` that a kind of entry has. */
export const PARTS = 3

/**
 * Which sums take the entries of a kind, in three parts from bounds[3k] on: the requirements a cycle, the yearly ones, and
 * those with another window. Beside each requirement its mode.
 */
export type Entering = { bounds: Int32Array; demands: Int32Array; modes: Uint8Array }

/** The classes of a ledger as columns. Those of one rate that the same requirements and caps take are of one kind. */
export type ClassTables = {
  /** By class. */
  kinds: Int32Array
  kindCount: number
  /** Rates by kind where credits are hours times rate for every entry; null where posts or caps of one entry play a part. */
  rates: Float64Array | null
  /** What each kind enters, where every requirement asks something. */
  entering: Entering
  /** Caps over several entries of kind k: from capStarts[k] up to capStarts[k + 1]. */
  capStarts: Int32Array
  caps: Int32Array
  /** 1: it counts to the requirement that takes the surplus of the cycle before; and 1: it is of what may be carried. */
  before: Uint8Array
  carried: Uint8Array
}

/** What the classes that share caps, directly or through others, have in common: the requirements that take all of them. */
type Sharers = { all: Set<number> | null; yearly: boolean }

/** By cap. Caps are few, so that joining them costs nothing beside the classes. */
function sharersOf({ caps }: CompiledPolicy, classes: readonly EntryClass[]): Sharers[] {
  const root = caps.map((_, n) => n)
  for (const { groups } of classes) {
    const joined = new Set(groups.map((cap) => root[cap]))
    const to = root[groups[0] ?? 0] ?? 0
    if (joined.size > 1) for (const [n, of] of root.entries()) if (joined.has(of)) root[n] = to
  }
  const found = caps.map((_, n): Sharers => {
    const spans = caps.filter((__, other) => root[other] === root[n]).map(({ cap }) => cap.per)
    return { all: null, yearly: spans.every((span) => span === 'day' || span === 'calendar_year') }
  })
  for (const { groups, requirements } of classes) {
    const sharers = found[root[groups[0] ?? -1] ?? -1]
    if (sharers) sharers.all = new Set(requirements.filter((r) => sharers.all?.has(r) ?? true))
  }
  return root.map((of) => found[of] ?? { all: null, yearly: false })
}

/** Caps among the entries of a requirement alone cut as those of the cycle do, when it takes all that share them. */
function modeOf(compiled: CompiledPolicy, one: EntryClass, sharers: readonly Sharers[], r: number): number {
  const requirement = compiled.requirements[r]?.requirement
  const inCredits = requirement?.unit === 'credits'
  const cut = one.groups.some((n) => compiled.caps[n]?.cap.unit === 'hours' || inCredits)
  const kind = requirement?.window.kind
  const among = sharers[one.groups[0] ?? -1]
  const alike = among?.all?.has(r) === true && (kind === 'cycle' || (kind === 'calendar_year' && among.yearly))
  return (cut ? (alike ? SHARED : OWN) : RAW) + (inCredits ? 1 : 0)
}

function enteringOf(compiled: CompiledPolicy, kinds: readonly EntryClass[]): Entering {
  const sharers = sharersOf(compiled, kinds)
  const partOf = (r: number) => {
    const kind = compiled.requirements[r]?.requirement.window.kind
    return kind === 'cycle' ? 0 : kind === 'calendar_year' ? 1 : 2
  }
  const bounds = new Int32Array(kinds.length * PARTS + 1)
  const all: { r: number; mode: number }[] = []
  kinds.forEach((one, k) => {
    for (let part = 0; part < PARTS; part++) {
      const entered = one.requirements.filter((r) => partOf(r) === part)
      all.push(...entered.map((r) => ({ r, mode: modeOf(compiled, one, sharers, r) })))
      bounds[k * PARTS + part + 1] = all.length
    }
  })
  return { bounds, demands: Int32Array.from(all, ({ r }) => r), modes: Uint8Array.from(all, ({ mode }) => mode) }
}

/** What is left of it when only the requirements that ask something of a teacher are added up. */
export function enteredBy({ bounds, demands, modes }: Entering, asks: (r: number) => boolean): Entering {
  const kept = { bounds: new Int32Array(bounds.length), demands: new Int32Array(demands.length) }
  const keptModes = new Uint8Array(modes.length)
  let at = 0
  for (let part = 0; part < bounds.length - 1; part++) {
    for (let k = bounds[part] as number; k < (bounds[part + 1] as number); k++) {
      const r = demands[k] as number
      if (!asks(r)) continue
      kept.demands[at] = r
      keptModes[at++] = modes[k] as number
    }
    kept.bounds[part + 1] = at
  }
  return { ...kept, modes: keptModes }
}

export function classTables(compiled: CompiledPolicy, classes: readonly EntryClass[]): ClassTables {
  const known = new Map<string, number>()
  const list: EntryClass[] = []
  const kinds = Int32Array.from(classes, (one) => {
    const signature = JSON.stringify([one.requirements, one.groups, one.carried, one.rate])
    const found = known.get(signature) ?? list.push(one) - 1
    known.set(signature, found)
    return found
  })
  const caps: number[] = []
  const capStarts = new Int32Array(list.length + 1)
  list.forEach((one, k) => {
    caps.push(...one.groups)
    capStarts[k + 1] = caps.length
  })
  return {
    kinds,
    kindCount: list.length,
    rates: classes.some(({ entryCredits, postRates }) => entryCredits !== null || postRates.length > 0)
      ? null
      : Float64Array.from(list, ({ rate }) => rate),
    entering: enteringOf(compiled, list),
    capStarts,
    caps: Int32Array.from(caps),
    before: Uint8Array.from(list, ({ requirements }) =>
      compiled.carry && requirements.includes(compiled.carry.requirement) ? 1 : 0,
    ),
    carried: Uint8Array.from(list, ({ carried }) => (carried ? 1 : 0)),
  }
}
