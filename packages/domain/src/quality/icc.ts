import { designOf, type PanelSheet } from './design.ts'
import { add, divide, multiply, type Rational, rational, subtract, sum, toNumber } from './rational.ts'

export type IccForm = '1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k'
export type StatisticReason =
  | 'no_sheets'
  | 'one_item'
  | 'one_rater'
  | 'not_crossed'
  | 'no_variance'
  | 'no_pairs'
  | 'negative_ratio_scale'

/** A statistic as a double, or why it is undefined. */
export type Statistic = { value: number; reason: null } | { value: null; reason: StatisticReason }

/** The six coefficients; `oneWay` and `twoWay` say how many items the figures rest on. */
export type IccReport = {
  icc: Record<IccForm, Statistic>
  oneWay: { items: number }
  twoWay: { items: number; raters: number }
}

export function undefinedStatistic(reason: StatisticReason): Statistic {
  return { value: null, reason }
}

function ratio(top: Rational, bottom: Rational): Statistic {
  if (bottom.num === 0n) return undefinedStatistic('no_variance')
  return { value: toNumber(divide(top, bottom)), reason: null }
}

/** The scores of each item with two sheets or more, and of those every rater scored, in the order of `raters`. */
function itemRows(sheets: readonly PanelSheet[]): {
  compared: number[][]
  crossed: number[][]
  raters: number
  items: number
} {
  const design = designOf(sheets)
  const rows: number[][] = design.items.map(() => [])
  design.item.forEach((item, row) => {
    rows[item]?.push(design.score[row] ?? 0)
  })
  const raters = design.raters.length
  return {
    compared: rows.filter((row) => row.length > 1),
    crossed: rows.filter((row) => row.length === raters),
    raters,
    items: rows.length,
  }
}

function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

/** Σ t²/size over totals, exact: squares are gathered per size so that few fractions are added. */
function squaresOver(groups: readonly { total: number; size: number }[]): Rational {
  const bySize = new Map<number, bigint>()
  for (const group of groups) {
    const t = BigInt(group.total)
    bySize.set(group.size, (bySize.get(group.size) ?? 0n) + t * t)
  }
  return sum([...bySize].map(([size, squares]) => rational(squares, size)))
}

function squareSum(rows: readonly number[][]): Rational {
  let squares = 0n
  for (const row of rows) squares += BigInt(row.reduce((all, value) => all + value * value, 0))
  return rational(squares)
}

/** One-way analysis of variance; panels of unequal size enter by their effective size k0 = (N - Σn²/N) / (items - 1). */
function oneWay(
  rows: readonly number[][],
  raters: number,
  items: number,
): Pick<Record<IccForm, Statistic>, '1,1' | '1,k'> {
  const both = (reason: StatisticReason) => ({ '1,1': undefinedStatistic(reason), '1,k': undefinedStatistic(reason) })
  if (items === 0) return both('no_sheets')
  if (raters < 2) return both('one_rater')
  if (rows.length < 2) return both(items < 2 ? 'one_item' : 'not_crossed')
  const groups = rows.map((row) => ({ total: total(row), size: row.length }))
  const count = total(groups.map((group) => group.size))
  const grand = squaresOver([{ total: total(groups.map((group) => group.total)), size: count }])
  const between = squaresOver(groups)
  const msr = divide(subtract(between, grand), rational(rows.length - 1))
  const msw = divide(subtract(squareSum(rows), between), rational(count - rows.length))
  const sizeSquares = total(groups.map((group) => group.size * group.size))
  const k = divide(subtract(rational(count), rational(sizeSquares, count)), rational(rows.length - 1))
  const gain = subtract(msr, msw)
  return { '1,1': ratio(gain, add(msr, multiply(subtract(k, rational(1)), msw))), '1,k': ratio(gain, msr) }
}

/** Two-way analysis of variance over the items that every rater scored. */
function twoWay(
  rows: readonly number[][],
  raters: number,
  items: number,
): Pick<Record<IccForm, Statistic>, '2,1' | '2,k' | '3,1' | '3,k'> {
  const all = (reason: StatisticReason) => {
    const none = undefinedStatistic(reason)
    return { '2,1': none, '2,k': none, '3,1': none, '3,k': none }
  }
  if (items === 0) return all('no_sheets')
  if (raters < 2) return all('one_rater')
  if (rows.length < 2) return all(items < 2 ? 'one_item' : 'not_crossed')
  const n = rows.length
  const columns = Array.from({ length: raters }, (_, r) => ({ total: total(rows.map((row) => row[r] ?? 0)), size: n }))
  const itemGroups = rows.map((row) => ({ total: total(row), size: raters }))
  const grand = squaresOver([{ total: total(columns.map((column) => column.total)), size: n * raters }])
  const ssr = subtract(squaresOver(itemGroups), grand)
  const ssc = subtract(squaresOver(columns), grand)
  const sse = subtract(subtract(subtract(squareSum(rows), grand), ssr), ssc)
  const k = rational(raters)
  const k1 = rational(raters - 1)
  const msr = divide(ssr, rational(n - 1))
  const msc = divide(ssc, k1)
  const mse = divide(sse, rational((n - 1) * (raters - 1)))
  const gain = subtract(msr, mse)
  const raterShare = divide(subtract(msc, mse), rational(n))
  return {
    '2,1': ratio(gain, add(add(msr, multiply(k1, mse)), multiply(k, raterShare))),
    '2,k': ratio(gain, add(msr, raterShare)),
    '3,1': ratio(gain, add(msr, multiply(k1, mse))),
    '3,k': ratio(gain, msr),
  }
}

/**
 * Intraclass correlations (1,1) (2,1) (3,1) and (1,k) (2,k) (3,k) after Shrout & Fleiss 1979, "Intraclass correlations: uses in
 * assessing rater reliability", Psychological Bulletin 86(2), 420-428; the undefined cases after McGraw & Wong 1996, "Forming
 * inferences about some intraclass correlation coefficients", Psychological Methods 1(1), 30-46.
 * Integer scores; arithmetic is exact until the last step. Missing sheets: the one-way forms use every item with two sheets or
 * more, the two-way forms the items that every rater scored (`not_crossed` when fewer than two are left).
 */
export function intraclass(sheets: readonly PanelSheet[]): IccReport {
  const { compared, crossed, raters, items } = itemRows(sheets)
  return {
    icc: { ...oneWay(compared, raters, items), ...twoWay(crossed, raters, items) },
    oneWay: { items: compared.length },
    twoWay: { items: raters > 1 ? crossed.length : 0, raters },
  }
}
