import type { DayNumber } from './day-number.ts'

/** Days cut where a window begins or ends: segment n holds the days from starts[n - 1] up to starts[n]. */
export type DaySegments = { starts: Int32Array; count: number }

/** Segments in which each of these spans, both days in, is a whole number of them. */
export function segmentsOf(spans: readonly { from: DayNumber; to: DayNumber }[]): DaySegments {
  const borders = new Set(spans.filter(({ from, to }) => from <= to).flatMap(({ from, to }) => [from, to + 1]))
  const starts = Int32Array.from(borders).sort()
  return { starts, count: starts.length + 1 }
}

/** The segment of a day. */
export function segmentAt({ starts }: DaySegments, day: DayNumber): number {
  let n = 0
  while (n < starts.length && (starts[n] as number) <= day) n++
  return n
}

/** Writes the segment of every day from `firstDay` on into a table. */
export function layOut({ starts }: DaySegments, firstDay: DayNumber, table: Uint16Array): void {
  let at = 0
  for (let n = 0; n <= starts.length; n++) {
    const end =
      n < starts.length ? Math.max(at, Math.min(table.length, (starts[n] as number) - firstDay)) : table.length
    table.fill(n, at, end)
    at = end
  }
}
