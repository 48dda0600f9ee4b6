import { compareInstants } from '../shared/china-time.ts'

/** When somebody has to be at a session: instants, the end itself is free again. */
export type Sitting = { startsAt: string; endsAt: string }
type Span = { from: number; to: number }

const MINUTE = 60_000

function spansOf(sittings: readonly Sitting[]): Span[] {
  const spans = sittings
    .map(({ startsAt, endsAt }) => ({ from: Date.parse(startsAt), to: Date.parse(endsAt) }))
    .sort((a, b) => a.from - b.from)
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else joined.push({ ...span })
  }
  return joined
}

/** What two timetables share: whole minutes in all, how many sittings of the first are touched, and the first such stretch. */
export type Clash = { minutes: number; sittings: number; first: Sitting }

/**
 * The time that two timetables have in common. Ends that only touch do not clash; overlaps within one timetable count once.
 * Minutes and the first stretch are the same whichever comes first. Null when nothing is shared.
 */
export function clashOf(mine: readonly Sitting[], other: readonly Sitting[]): Clash | null {
  const [a, b] = [spansOf(mine), spansOf(other)]
  let shared = 0
  let first: Span | null = null
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i], b[j]]
    if (!x || !y) break
    const span = { from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) }
    if (span.from < span.to) {
      shared += span.to - span.from
      first ??= span
    }
    if (x.to < y.to) i++
    else j++
  }
  if (!first) return null
  const touched = mine.filter((one) =>
    other.some((two) => compareInstants(one.startsAt, two.endsAt) < 0 && compareInstants(two.startsAt, one.endsAt) < 0),
  )
  const instant = (ms: number) => new Date(ms).toISOString()
  return {
    minutes: Math.ceil(shared / MINUTE),
    sittings: touched.length,
    first: { startsAt: instant(first.from), endsAt: instant(first.to) },
  }
}
