import { fromHundredths, type Rational, toHundredths, toNumber } from '../rational.ts'
import type { Design } from './design.ts'
import type { RaterFigures, Spread } from './panel-result.ts'
import type { SeverityModel } from './severity.ts'

const NORMAL = 1.96

/** The value a share of the way up sorted values, between two of them in proportion (as QUARTILE.INC of a spreadsheet). */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return Math.round(below + (above - below) * (place - Math.floor(place)))
}

/** Ends, quartiles and mean of hundredths, each rounded to whole hundredths; null of nothing. Sorts what it is given. */
export function spreadOf(values: Float64Array): Spread | null {
  if (values.length === 0) return null
  values.sort()
  let total = 0
  for (const value of values) total += value
  return {
    n: values.length,
    low: values[0] ?? 0,
    lower: quantile(values, 0.25),
    median: quantile(values, 0.5),
    upper: quantile(values, 0.75),
    high: values.at(-1) ?? 0,
    mean: Math.round(total / values.length),
  }
}

/** Sealed sheets by whole points of their total. */
export function histogramOf(scores: Float64Array): number[] {
  const bins = Array.from({ length: 101 }, () => 0)
  for (const score of scores) {
    const at = Math.min(Math.max(Math.floor(score / 100), 0), 100)
    bins[at] = (bins[at] ?? 0) + 1
  }
  return bins
}

type Sums = { n: number; total: number; squares: number }

/**
 * Per rater, sums over compared sheets of: the score less `effect` of its rater, less the mean of the same over the item's sheets,
 * its own among them or not.
 */
function differences({ item, rater, score, itemSize, raters }: Design, effect: Float64Array, withOwn: boolean): Sums[] {
  const sums = raters.map((): Sums => ({ n: 0, total: 0, squares: 0 }))
  for (let start = 0; start < item.length; ) {
    const end = start + (itemSize[item[start] ?? 0] ?? 1)
    let total = 0
    for (let row = start; row < end; row++) total += (score[row] ?? 0) - (effect[rater[row] ?? 0] ?? 0)
    for (let row = start; end - start > 1 && row < end; row++) {
      const own = (score[row] ?? 0) - (effect[rater[row] ?? 0] ?? 0)
      const apart = withOwn ? own - total / (end - start) : own - (total - own) / (end - start - 1)
      const sum = sums[rater[row] ?? 0]
      if (!sum) continue
      sum.n++
      sum.total += apart
      sum.squares += apart * apart
    }
    start = end
  }
  return sums
}

/** Half the width of an interval around a mean, hundredths; null of fewer than two. */
function halfWidth({ n, total, squares }: Sums): number | null {
  if (n < 2) return null
  const variance = Math.max(squares - (total * total) / n, 0) / (n - 1)
  return NORMAL * Math.sqrt(variance / n)
}

function hundredthsOf(points: Rational): number {
  return toNumber(points) * 100
}

/** How each rater scored and leans, in the order of the design's raters. */
export function raterFigures(design: Design, model: SeverityModel): RaterFigures[] {
  const { raters, rater, score } = design
  const counts = new Int32Array(raters.length)
  for (const at of rater) counts[at] = (counts[at] ?? 0) + 1
  const own = raters.map((_, at) => new Float64Array(counts[at] ?? 0))
  counts.fill(0)
  for (let row = 0; row < rater.length; row++) {
    const at = rater[row] ?? 0
    const place = counts[at] ?? 0
    const values = own[at]
    if (values) values[place] = score[row] ?? 0
    counts[at] = place + 1
  }
  const leans = differences(design, new Float64Array(raters.length), false)
  const severities = model.calibrated ? model.raters : []
  const effect = Float64Array.from(raters, (_, at) => hundredthsOf(severities[at]?.severity ?? fromHundredths(0)))
  const residuals = differences(design, effect, true)
  return raters.map((name, at): RaterFigures => {
    const lean = leans[at]
    const severity = severities[at]
    const residual = residuals[at]
    const half = severity && residual ? halfWidth(residual) : null
    const middle = severity ? toHundredths(severity.severity) : null
    return {
      rater: name,
      spread: spreadOf(own[at] ?? new Float64Array()) ?? {
        n: 0,
        low: 0,
        lower: 0,
        median: 0,
        upper: 0,
        high: 0,
        mean: 0,
      },
      lean: lean && lean.n > 0 ? Math.round(lean.total / lean.n) || 0 : null,
      severity: middle,
      from: middle === null || half === null ? null : Math.round(middle - half) || 0,
      to: middle === null || half === null ? null : Math.round(middle + half) || 0,
    }
  })
}
