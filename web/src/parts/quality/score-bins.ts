import type { Bin } from '../../ui/distribution-chart.tsx'

const width = 10
const top = 100

/** Scores in points, counted by tens from the lowest that occurs; 100 belongs to the last ten. */
export function scoreBins(scores: readonly number[]): Bin[] {
  if (scores.length === 0) return []
  const place = (score: number) => Math.min(Math.floor(score / width), top / width - 1)
  const first = Math.min(...scores.map(place))
  const bins: Bin[] = []
  for (let at = first; at < top / width; at++) {
    const low = at * width
    const high = at === top / width - 1 ? top : low + width - 1
    bins.push({ label: `${low}–${high}`, count: scores.filter((score) => place(score) === at).length })
  }
  return bins
}

export function meanOf(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length
}
