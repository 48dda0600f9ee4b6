import { add, type Hundredths, negate, type Rational, rational } from '../rational.ts'
import { DEFAULT_DISAGREEMENT, type Disagreement, type Method } from '../rubrics/rubric.ts'
import { findDisagreement } from './disagreement.ts'
import { TRIM_FROM } from './panel-figures.ts'

export type Reason =
  | 'no_sheets'
  | 'fewer_than_5_sheets'
  | 'rater_scored_twice'
  | 'sheets_incomplete'
  | 'not_calibrated'
  | 'one_rater'
  | 'too_few_sheets_per_rater'
  | 'not_connected'

/** An exact figure in points, or why there is none. */
export type Figure = { value: Rational; reason: null } | { value: null; reason: Reason }

export type RaterScore = { rater: string; score: Hundredths }

/**
 * Every variant side by side. `official` is the figure of `methodUsed`, which is the chosen method or, where that cannot be
 * computed, `mean` with the `fallback` reason. `gap` in hundredths, null below two sheets. `arbitration`: call an extra expert.
 */
export type ItemAggregate = {
  n: number
  mean: Figure
  median: Figure
  trimmed: Figure
  severityAdjusted: Figure
  official: Figure
  methodUsed: Method | null
  fallback: Reason | null
  gap: Hundredths | null
  arbitration: boolean
}

/** `severities`: points per rater from `severityModel`, or the reason why there are none. */
export type AggregateOptions = {
  disagreement?: Disagreement
  severities?: ReadonlyMap<string, Rational> | Reason
}

const POINT = 100

export function undefinedFigure(reason: Reason): Figure {
  return { value: null, reason }
}

function defined(value: Rational): Figure {
  return { value, reason: null }
}

function total(scores: readonly number[]): number {
  let result = 0
  for (const score of scores) result += score
  return result
}

function medianOf(sorted: readonly Hundredths[]): Rational {
  const upper = sorted[sorted.length >> 1] ?? 0
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0
  return rational(upper + lower, 2 * POINT)
}

/** Mean, median and trimmed mean of integer hundredths, exact in points. */
export function variantsOf(scores: readonly Hundredths[]): { mean: Figure; median: Figure; trimmed: Figure } {
  const n = scores.length
  if (n === 0) {
    const none = undefinedFigure('no_sheets')
    return { mean: none, median: none, trimmed: none }
  }
  const sorted = scores.toSorted((a, b) => a - b)
  const all = total(sorted)
  const extremes = (sorted[0] ?? 0) + (sorted[n - 1] ?? 0)
  return {
    mean: defined(rational(all, n * POINT)),
    median: defined(medianOf(sorted)),
    trimmed:
      n < TRIM_FROM ? undefinedFigure('fewer_than_5_sheets') : defined(rational(all - extremes, (n - 2) * POINT)),
  }
}

/** Mean less the mean severity of those who scored: mean(y - s), kept exact and not clamped, so that ranks keep their order. */
function adjusted(sheets: readonly RaterScore[], mean: Figure, severities: AggregateOptions['severities']): Figure {
  if (mean.value === null) return mean
  if (severities === undefined) return undefinedFigure('not_calibrated')
  if (typeof severities === 'string') return undefinedFigure(severities)
  let num = 0n
  let den = 1n
  for (const { rater } of sheets) {
    const severity = severities.get(rater)
    if (!severity) return undefinedFigure('not_calibrated')
    if (severity.den === den) num += severity.num
    else {
      num = num * severity.den + severity.num * den
      den *= severity.den
    }
  }
  return defined(add(mean.value, negate(rational(num, den * BigInt(sheets.length)))))
}

/** Chooses the official figure: the method's own, else the mean with the reason why. */
export function chooseOfficial(
  method: Method,
  figures: { mean: Figure; median: Figure; trimmed: Figure; severityAdjusted: Figure },
): { official: Figure; methodUsed: Method | null; fallback: Reason | null } {
  const wanted = method === 'severity_adjusted' ? figures.severityAdjusted : figures[method]
  if (wanted.value !== null) return { official: wanted, methodUsed: method, fallback: null }
  return {
    official: figures.mean,
    methodUsed: figures.mean.value === null ? null : 'mean',
    fallback: wanted.reason,
  }
}

/** A panel is a handful: comparing each with those before it costs less than a set. */
function scoredTwice(sheets: readonly RaterScore[]): boolean {
  if (sheets.length > 16) return new Set(sheets.map(({ rater }) => rater)).size !== sheets.length
  for (let i = 1; i < sheets.length; i++)
    for (let j = 0; j < i; j++) if (sheets[i]?.rater === sheets[j]?.rater) return true
  return false
}

/** Aggregates the sheets of one item; their order plays no part. Two sheets of one rater make every figure undefined. */
export function aggregateItem(
  sheets: readonly RaterScore[],
  method: Method,
  { disagreement = DEFAULT_DISAGREEMENT, severities }: AggregateOptions = {},
): ItemAggregate {
  const n = sheets.length
  if (scoredTwice(sheets)) {
    const none = undefinedFigure('rater_scored_twice')
    const figures = { mean: none, median: none, trimmed: none, severityAdjusted: none }
    return { n, ...figures, ...chooseOfficial(method, figures), gap: null, arbitration: false }
  }
  const scores = sheets.map((sheet) => sheet.score)
  const variants = variantsOf(scores)
  const figures = { ...variants, severityAdjusted: adjusted(sheets, variants.mean, severities) }
  return { n, ...figures, ...chooseOfficial(method, figures), ...findDisagreement(scores, disagreement) }
}
