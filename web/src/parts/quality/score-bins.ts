import type { Bin } from '../../ui/distribution-chart.tsx'

const top = 100
/** Scores of one panel often lie close together: the widest bins that still tell them apart. */
const widths = [10, 5, 2, 1] as const
const enough = 5

/** Scores in points counted from the lowest bin that occurs to the highest; 100 belongs to the last bin of all. */
export function scoreBins(scores: readonly number[]): Bin[] {
  if (scores.length === 0) return []
  const places = (width: number) => scores.map((score) => Math.min(Math.floor(score / width), top / width - 1))
  const width = widths.find((one) => Math.max(...places(one)) - Math.min(...places(one)) + 1 >= enough) ?? 1
  const placed = places(width)
  const first = Math.min(...placed)
  const last = Math.max(...placed)
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const low = (first + index) * width
    const high = low + width === top ? top : low + width - 1
    return {
      label: low === high ? String(low) : `${low}–${high}`,
      count: placed.filter((place) => place === first + index).length,
    }
  })
}

export function meanOf(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length
}
