import type { Bin } from '../../../ui/distribution-chart.tsx'

const top = 100
/** Scores of one panel often lie close together: the widest bins that still tell them apart. */
const widths = [10, 5, 2, 1] as const
const enough = 5

/** Counts by whole points (0 to 100) gathered into bins from the lowest that occurs to the highest; 100 belongs to the last bin of all. */
export function scoreBins(counts: readonly number[]): Bin[] {
  const occurring = counts.flatMap((count, points) => (count > 0 ? [Math.min(points, top)] : []))
  if (occurring.length === 0) return []
  const placeOf = (points: number, width: number) => Math.min(Math.floor(points / width), top / width - 1)
  const span = (width: number) => placeOf(Math.max(...occurring), width) - placeOf(Math.min(...occurring), width) + 1
  const width = widths.find((one) => span(one) >= enough) ?? 1
  const first = placeOf(Math.min(...occurring), width)
  return Array.from({ length: span(width) }, (_, index) => {
    const low = (first + index) * width
    const high = low + width === top ? top : low + width - 1
    let count = 0
    for (let points = low; points <= high; points++) count += counts[points] ?? 0
    return { label: low === high ? String(low) : `${low}–${high}`, count }
  })
}

/** Scores in points counted by whole points. */
export function countsOf(scores: readonly number[]): number[] {
  const counts = Array.from({ length: top + 1 }, () => 0)
  for (const score of scores) {
    const at = Math.min(Math.max(Math.floor(score), 0), top)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}
