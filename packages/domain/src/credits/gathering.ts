import type { DayNumber } from './day-number.ts'
import { type DaySegments, segmentAt } from './day-segments.ts'

/**
 * Which cells enter which sums: sum to[n] takes cells[last[n]] − cells[first[n]]. The cells of a kind are running: each
 * holds hours, and beside them credits, of all days before its segment.
 */
export type Gathering = { to: Int32Array; first: Int32Array; last: Int32Array }

/** Cells of one kind, in pairs of hours and credits. */
export function cellsAKind({ count }: DaySegments): number {
  return count + 1
}

/** Collects what sums take of the kinds, by unit (1: credits) and span of days, both in; an empty span is left out. */
export function gathering(segments: DaySegments): {
  add(to: number, kind: number, unit: number, span: { from: DayNumber; to: DayNumber }): void
  made(): Gathering
} {
  const [to, first, last]: [number[], number[], number[]] = [[], [], []]
  return {
    add(sum, kind, unit, span) {
      const [from, until] = [segmentAt(segments, span.from), segmentAt(segments, span.to + 1)]
      if (until <= from) return
      const cell = kind * cellsAKind(segments)
      to.push(sum)
      first.push((cell + from) * 2 + unit)
      last.push((cell + until) * 2 + unit)
    },
    made: () => ({ to: Int32Array.from(to), first: Int32Array.from(first), last: Int32Array.from(last) }),
  }
}

/** Adds the cells up. */
export function gather({ to, first, last }: Gathering, cells: Float64Array, sums: Float64Array): void {
  for (let n = 0; n < to.length; n++) {
    const at = to[n] as number
    sums[at] = (sums[at] as number) + (cells[last[n] as number] as number) - (cells[first[n] as number] as number)
  }
}
