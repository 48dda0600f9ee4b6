import type { CompiledPolicy } from './compile-policy.ts'
import type { CapSpan } from './policy.ts'

/** Pieces that a cap is kept apart by: projects, days or years, each within a cycle. */
export type Span = { project: number; day: number; year: number; cycle: number }

/**
 * What the caps still leave one teacher, for each of several sums at once. Numbers of spans are dense, so that a slot is
 * found without a map; a stamp tells the slots of this teacher from those of the one before.
 */
export type CapRoom = {
  begin: () => void
  /** Cuts `held` = [hours, credits] to what sum number `sum` has left under the caps, and takes it. */
  take: (sum: number, caps: Int32Array, from: number, to: number, span: Span, rate: number, held: Float64Array) => void
}

/** Years and cycles that the dates of a ledger (1950 to 2099) can touch. */
const MOST_YEARS = 160

/** `projects` and `days` are one more than the largest number of a span, `sums` the sums kept apart. */
export function capRoom(compiled: CompiledPolicy, size: { sums: number; projects: number; days: number }): CapRoom {
  const keys: Record<CapSpan, number> = {
    entry: 0,
    project: size.projects * MOST_YEARS,
    day: size.days,
    calendar_year: MOST_YEARS * MOST_YEARS,
    cycle: MOST_YEARS,
  }
  const kinds = compiled.caps.map(({ cap }) => cap.per)
  const most = Float64Array.from(compiled.caps, (one) => one.most)
  const inHours = Uint8Array.from(compiled.caps, ({ cap }) => (cap.unit === 'hours' ? 1 : 0))
  const stamps = compiled.caps.map(({ cap }) => new Int32Array(keys[cap.per]))
  const slots = compiled.caps.map(({ cap }) => new Int32Array(keys[cap.per]))
  const touched = new Int32Array(compiled.caps.length)
  let used = new Float64Array(size.sums * 64)
  let filled = 0
  let teacher = 0
  const keyOf = (kind: CapSpan | undefined, { project, day, year, cycle }: Span) =>
    kind === 'project'
      ? project * MOST_YEARS + cycle
      : kind === 'day'
        ? day
        : kind === 'cycle'
          ? cycle
          : year * MOST_YEARS + cycle
  const slotOf = (cap: number, span: Span): number => {
    const key = keyOf(kinds[cap], span)
    const stamp = stamps[cap]
    const slot = slots[cap]
    if (!stamp || !slot) return 0
    if (stamp[key] === teacher) return slot[key] ?? 0
    stamp[key] = teacher
    const next = filled * size.sums
    filled++
    if (next + size.sums > used.length) {
      const wider = new Float64Array(used.length * 2)
      wider.set(used)
      used = wider
    }
    used.fill(0, next, next + size.sums)
    slot[key] = next
    return next
  }
  return {
    begin() {
      teacher++
      filled = 0
    },
    take(sum, caps, from, to, span, rate, held) {
      let hours = held[0] ?? 0
      let credits = held[1] ?? 0
      for (let k = from; k < to; k++) {
        const cap = caps[k] ?? 0
        const at = slotOf(cap, span) + sum
        touched[k - from] = at
        const left = (most[cap] ?? 0) - (used[at] ?? 0)
        if (inHours[cap] === 1) {
          if (left < hours) {
            hours = left
            credits = Math.min(credits, hours * rate)
          }
        } else if (left < credits) credits = left
      }
      for (let k = from; k < to; k++) {
        const at = touched[k - from] ?? 0
        used[at] = (used[at] ?? 0) + (inHours[caps[k] ?? 0] === 1 ? hours : credits)
      }
      held[0] = hours
      held[1] = credits
    },
  }
}
