import type { CompiledPolicy, EntryClass } from './compile-policy.ts'

/**
 * How an entry of a class enters the sum of a requirement: as it is, as the caps of the whole cycle leave it, or by caps of
 * the requirement's own. Odd numbers sum credits.
 */
export const RAW = 0
export const SHARED = 2
export const OWN = 4

/** The classes of a ledger as columns, so that the pass over the entries reads numbers alone. */
export type ClassTables = {
  rates: Float64Array
  /** Tightest caps of one entry, in base parts and in 1/scale; infinite without one. */
  entryHours: Float64Array
  entryCredits: Float64Array
  /** 1: the rate depends on the posts of the teacher. */
  byPost: Uint8Array
  /**
   * Classes of one group enter the same sums of the cycle in the same modes: their entries are added up once for all of
   * these. Requirements of group g from groupStarts[g], with RAW or SHARED modes.
   */
  groups: Int32Array
  groupStarts: Int32Array
  groupDemands: Int32Array
  groupModes: Uint8Array
  /**
   * Requirements of class c that take its entries one by one, from bounds[3c]: those a cycle with caps of their own, from
   * bounds[3c + 1] the yearly ones, from bounds[3c + 2] all others.
   */
  bounds: Int32Array
  demands: Int32Array
  /** RAW, SHARED or OWN beside each of them. */
  modes: Uint8Array
  /** Caps over several entries of class c: from capStarts[c] up to capStarts[c + 1]. */
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

type Entering = { r: number; mode: number }

/** Puts classes together that enter the same sums in the same modes. */
function groupsOf(
  entering: readonly Entering[][],
): Pick<ClassTables, 'groups' | 'groupStarts' | 'groupDemands' | 'groupModes'> {
  const known = new Map<string, number>()
  const lists: Entering[][] = []
  const groups = Int32Array.from(entering, (list) => {
    const signature = JSON.stringify(list)
    const found = known.get(signature) ?? lists.push(list) - 1
    known.set(signature, found)
    return found
  })
  const all = lists.flat()
  const groupStarts = new Int32Array(lists.length + 1)
  lists.forEach((list, g) => {
    groupStarts[g + 1] = (groupStarts[g] as number) + list.length
  })
  return {
    groups,
    groupStarts,
    groupDemands: Int32Array.from(all, ({ r }) => r),
    groupModes: Uint8Array.from(all, ({ mode }) => mode),
  }
}

export function classTables(compiled: CompiledPolicy, classes: readonly EntryClass[]): ClassTables {
  const kindOf = (r: number) => {
    const kind = compiled.requirements[r]?.requirement.window.kind
    return kind === 'cycle' ? 0 : kind === 'calendar_year' ? 1 : 2
  }
  const sharers = sharersOf(compiled, classes)
  const grouped = groupsOf(
    classes.map((one) =>
      one.requirements
        .filter((r) => kindOf(r) === 0)
        .map((r) => ({ r, mode: modeOf(compiled, one, sharers, r) }))
        .filter(({ mode }) => mode < OWN),
    ),
  )
  const bounds = new Int32Array(classes.length * 3 + 1)
  const demands: number[] = []
  const modes: number[] = []
  const caps: number[] = []
  const capStarts = new Int32Array(classes.length + 1)
  classes.forEach((one, c) => {
    for (const kind of [0, 1, 2]) {
      for (const r of one.requirements.filter((n) => kindOf(n) === kind)) {
        const mode = modeOf(compiled, one, sharers, r)
        if (kind === 0 && mode < OWN) continue
        demands.push(r)
        modes.push(mode)
      }
      bounds[c * 3 + kind + 1] = demands.length
    }
    caps.push(...one.groups)
    capStarts[c + 1] = caps.length
  })
  return {
    rates: Float64Array.from(classes, ({ rate }) => rate),
    entryHours: Float64Array.from(classes, ({ entryHours }) => entryHours?.most ?? Number.POSITIVE_INFINITY),
    entryCredits: Float64Array.from(classes, ({ entryCredits }) => entryCredits?.most ?? Number.POSITIVE_INFINITY),
    byPost: Uint8Array.from(classes, ({ postRates }) => (postRates.length > 0 ? 1 : 0)),
    ...grouped,
    bounds,
    demands: Int32Array.from(demands),
    modes: Uint8Array.from(modes),
    capStarts,
    caps: Int32Array.from(caps),
    before: Uint8Array.from(classes, ({ requirements }) =>
      compiled.carry && requirements.includes(compiled.carry.requirement) ? 1 : 0,
    ),
    carried: Uint8Array.from(classes, ({ carried }) => (carried ? 1 : 0)),
  }
}
