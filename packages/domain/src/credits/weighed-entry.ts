import type { CompiledPolicy, EntryClass } from './compile-policy.ts'
import type { Cycle } from './cycle.ts'
import { type DayNumber, dayOf, yearOf } from './day-number.ts'
import type { CreditEntry } from './entry.ts'
import type { Cap, CapSpan, Fraction } from './policy.ts'
import { baseHours, reversals, type Standing, standingOf } from './standing.ts'
import type { TeacherDays } from './teacher-frame.ts'

/** An entry with all that does not depend on the others. Hours are in base parts, credits in 1/scale. */
export type WeighedEntry = {
  entry: CreditEntry
  standing: Standing
  day: DayNumber
  class: EntryClass
  /** Number of the cycle it falls in; -1 before the first, one past the last after it. */
  cycle: number
  hours: number
  /** After the caps of a single entry. */
  allowed: number
  credits: number
  rate: number
  factor: { post: string; factor: Fraction } | null
  bound: Cap | null
}

/** What the caps leave of an entry, and the one that cut it. */
export type Allotted = { hours: number; credits: number; bound: Cap | null }

function cycleAt(cycles: readonly Cycle[], day: DayNumber): number {
  let n = cycles.length
  while (n > 0 && day <= (cycles[n - 1]?.to ?? 0)) n--
  return n === 0 && day < (cycles[0]?.from ?? 0) ? -1 : n
}

/** The rate of an entry: its class's, or that of the first listed post which the teacher held on the day. */
export function rateOn(
  { rate, postRates }: EntryClass,
  { posts }: TeacherDays,
  day: DayNumber,
): { rate: number; factor: { post: string; factor: Fraction } | null } {
  const found = postRates.find(({ post }) =>
    posts.some((held) => held.post === post && held.from <= day && held.to >= day),
  )
  return found ? { rate: found.rate, factor: { post: found.post, factor: found.factor } } : { rate, factor: null }
}

function weigh(
  compiled: CompiledPolicy,
  teacher: TeacherDays,
  cycles: readonly Cycle[],
  entry: CreditEntry,
  standing: Standing,
): WeighedEntry {
  const day = dayOf(entry.date)
  const ofClass = compiled.classOf(entry)
  const { rate, factor } = rateOn(ofClass, teacher, day)
  const hours = baseHours(compiled, entry)
  const { entryHours, entryCredits } = ofClass
  const allowed = Math.min(hours, entryHours?.most ?? hours)
  const full = allowed * rate
  const credits = Math.min(full, entryCredits?.most ?? full)
  const bound = credits < full ? entryCredits : allowed < hours ? entryHours : null
  const cycle = cycleAt(cycles, day)
  return {
    entry,
    standing,
    day,
    class: ofClass,
    cycle,
    hours,
    allowed,
    credits,
    rate,
    factor,
    bound: bound?.cap ?? null,
  }
}

/** All entries in the order in which caps take them: by day and id, the better rate first where that matters. */
export function weighEntries(
  compiled: CompiledPolicy,
  teacher: TeacherDays,
  cycles: readonly Cycle[],
  entries: readonly CreditEntry[],
  asOf: string,
): WeighedEntry[] {
  const reversed = reversals(entries, asOf)
  return entries
    .map((entry) => weigh(compiled, teacher, cycles, entry, standingOf(compiled, entry, reversed, asOf)))
    .sort(
      (a, b) =>
        (compiled.byRate ? b.rate - a.rate : 0) ||
        a.day - b.day ||
        (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0),
    )
}

function spanKey(per: CapSpan, { entry, day, cycle }: WeighedEntry): string {
  if (per === 'project') return `${cycle}|${entry.project === '' ? `#${entry.id}` : `p${entry.project}`}`
  if (per === 'day') return String(day)
  return per === 'calendar_year' ? `${cycle}|${yearOf(day)}` : String(cycle)
}

/**
 * Gives each entry in turn what the caps still leave. The caps of a policy hold one another or are apart (`checkCaps`), so
 * that what counts in all is the same in every order (greedy over a laminar family) and never falls when hours are added.
 */
export function allot(compiled: CompiledPolicy, entries: readonly WeighedEntry[]): Allotted[] {
  const used = new Map<string, number>()
  return entries.map((weighed) => {
    let { allowed: hours, credits, bound } = weighed
    if (weighed.class.groups.length === 0) return { hours, credits, bound }
    const spans = weighed.class.groups.flatMap((n) => {
      const compiledCap = compiled.caps[n]
      if (!compiledCap) return []
      const { cap, most } = compiledCap
      const key = `${n}|${spanKey(cap.per, weighed)}`
      const left = most - (used.get(key) ?? 0)
      if (cap.unit === 'hours' && left < hours) {
        hours = left
        bound = cap
        credits = Math.min(credits, hours * weighed.rate)
      }
      if (cap.unit === 'credits' && left < credits) {
        credits = left
        bound = cap
      }
      return [{ key, unit: cap.unit }]
    })
    for (const { key, unit } of spans) used.set(key, (used.get(key) ?? 0) + (unit === 'hours' ? hours : credits))
    return { hours, credits, bound }
  })
}
