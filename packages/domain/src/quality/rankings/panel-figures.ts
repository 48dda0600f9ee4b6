import type { Leaf } from '../rubrics/rubric.ts'
import type { Design } from './design.ts'
import { sortRun } from './sort-run.ts'

/** Sheets from which one highest and one lowest may be dropped. */
export const TRIM_FROM = 5

/**
 * Whole sums per item, in hundredths, from which every variant is one exact division: mean = total / size, median =
 * middle / 2, trimmed mean = inner / (size - 2). `inner` says nothing below five sheets.
 */
export type PanelFigures = {
  size: Int32Array
  total: Float64Array
  middle: Float64Array
  inner: Float64Array
  low: Float64Array
  high: Float64Array
}

/** The figures of every item of a design, in the order of its items. */
export function panelFigures({ item, score, itemSize }: Pick<Design, 'item' | 'score' | 'itemSize'>): PanelFigures {
  const items = itemSize.length
  const figures: PanelFigures = {
    size: itemSize,
    total: new Float64Array(items),
    middle: new Float64Array(items),
    inner: new Float64Array(items),
    low: new Float64Array(items),
    high: new Float64Array(items),
  }
  const sorted = score.slice()
  for (let start = 0; start < item.length; ) {
    const at = item[start] ?? 0
    const n = itemSize[at] ?? 1
    sortRun(sorted, start, start + n)
    let total = 0
    for (let i = start; i < start + n; i++) total += sorted[i] ?? 0
    const low = sorted[start] ?? 0
    const high = sorted[start + n - 1] ?? 0
    figures.total[at] = total
    figures.middle[at] = (sorted[start + (n >> 1)] ?? 0) + (sorted[start + ((n - 1) >> 1)] ?? 0)
    figures.inner[at] = total - low - high
    figures.low[at] = low
    figures.high[at] = high
    start += n
  }
  return figures
}

/**
 * Points of whole sheets from points per criterion, row by row (`points[row * leaves.length + leaf]`, hundredths, 0 where
 * nothing was given): ordinary and bonus points less deductions, not held to the scale. The columnar face of `uncappedTotal`.
 */
export function totalsOfPoints(points: Int32Array, leaves: readonly Pick<Leaf, 'nature'>[]): Float64Array {
  const width = leaves.length
  const totals = new Float64Array(width === 0 ? 0 : points.length / width)
  const signs = Int32Array.from(leaves, ({ nature }) => (nature === 'veto' ? 0 : nature === 'deduction' ? -1 : 1))
  const plain = signs.every((sign) => sign === 1)
  for (let row = 0, at = 0; row < totals.length; row++) {
    let total = 0
    if (plain) for (const end = at + width; at < end; at++) total += points[at] ?? 0
    else for (let leaf = 0; leaf < width; leaf++, at++) total += (signs[leaf] ?? 0) * (points[at] ?? 0)
    totals[row] = total
  }
  return totals
}
