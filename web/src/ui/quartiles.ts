export interface Quartiles {
  low: number
  lower: number
  median: number
  upper: number
  high: number
  mean: number
  n: number
}

/** The value a share of the way up sorted values, between two of them in proportion (as Excel's QUARTILE.INC). */
function at(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

/** What a box plot draws; null of nothing. */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  return {
    low: at(sorted, 0),
    lower: at(sorted, 0.25),
    median: at(sorted, 0.5),
    upper: at(sorted, 0.75),
    high: at(sorted, 1),
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    n: values.length,
  }
}
