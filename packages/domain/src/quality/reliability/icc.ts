import type { Design } from '../rankings/design.ts'
import { addSquare, addWhole, type WholeSum, wholeSum, wholeValue } from '../rankings/whole-sum.ts'
import { add, divide, multiply, type Rational, rational, subtract, sum, toNumber } from '../rational.ts'
import { type IccBounds, type IccForm, oneWayIntervals, twoWayIntervals } from './icc-interval.ts'

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

/**
 * The six coefficients; `interval` their 95 % confidence intervals, null where there is none (unequal panels in the one-way
 * forms, no residual); `oneWay` and `twoWay` say how many items the figures rest on.
 */
export type IccReport = {
  icc: Record<IccForm, Statistic>
  interval: Record<IccForm, IccBounds | null>
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

/** What both analyses of variance are made from: sums over the items of some sizes, whole and exact. */
type Sums = {
  items: number
  count: number
  sizeSquares: number
  total: WholeSum
  squares: WholeSum
  /** Squared item totals, by size of the item. */
  bySize: Map<number, WholeSum>
  byRater: Float64Array
}

function sumsOf({ item, rater, score, itemSize, raters }: Design, wanted: (size: number) => boolean): Sums {
  const sums: Sums = {
    items: 0,
    count: 0,
    sizeSquares: 0,
    total: wholeSum(),
    squares: wholeSum(),
    bySize: new Map(),
    byRater: new Float64Array(raters.length),
  }
  for (let start = 0; start < item.length; ) {
    const size = itemSize[item[start] ?? 0] ?? 1
    const end = start + size
    if (wanted(size)) {
      let own = 0
      for (let row = start; row < end; row++) {
        const value = score[row] ?? 0
        const r = rater[row] ?? 0
        own += value
        addSquare(sums.squares, value)
        sums.byRater[r] = (sums.byRater[r] ?? 0) + value
      }
      const squares = sums.bySize.get(size) ?? wholeSum()
      if (!sums.bySize.has(size)) sums.bySize.set(size, squares)
      addSquare(squares, own)
      addWhole(sums.total, own)
      sums.items++
      sums.count += size
      sums.sizeSquares += size * size
    }
    start = end
  }
  return sums
}

/** (Σ all)² / N */
function grandOf({ total, count }: Sums): Rational {
  return rational(wholeValue(total) ** 2n, BigInt(count))
}

/** Σ over items of total² / size */
function betweenOf({ bySize }: Sums): Rational {
  return sum([...bySize].map(([size, squares]) => rational(wholeValue(squares), BigInt(size))))
}

type OneWay = {
  icc: Pick<Record<IccForm, Statistic>, '1,1' | '1,k'>
  interval: Pick<Record<IccForm, IccBounds | null>, '1,1' | '1,k'>
}

/** One-way analysis of variance; panels of unequal size enter by their effective size k0 = (N - Σn²/N) / (items - 1). */
function oneWay(sums: Sums, raters: number, items: number): OneWay {
  const both = (reason: StatisticReason): OneWay => ({
    icc: { '1,1': undefinedStatistic(reason), '1,k': undefinedStatistic(reason) },
    interval: { '1,1': null, '1,k': null },
  })
  if (items === 0) return both('no_sheets')
  if (raters < 2) return both('one_rater')
  if (sums.items < 2) return both(items < 2 ? 'one_item' : 'not_crossed')
  const between = betweenOf(sums)
  const degrees = rational(sums.items - 1)
  const msr = divide(subtract(between, grandOf(sums)), degrees)
  const within = subtract(rational(wholeValue(sums.squares)), between)
  const msw = divide(within, rational(sums.count - sums.items))
  const k = divide(subtract(rational(sums.count), rational(sums.sizeSquares, sums.count)), degrees)
  const gain = subtract(msr, msw)
  const [only] = sums.bySize.size === 1 ? sums.bySize.keys() : []
  return {
    icc: { '1,1': ratio(gain, add(msr, multiply(subtract(k, rational(1)), msw))), '1,k': ratio(gain, msr) },
    interval:
      only === undefined
        ? { '1,1': null, '1,k': null }
        : oneWayIntervals(toNumber(msr), toNumber(msw), sums.items, only),
  }
}

type TwoWay = {
  icc: Pick<Record<IccForm, Statistic>, '2,1' | '2,k' | '3,1' | '3,k'>
  interval: Pick<Record<IccForm, IccBounds | null>, '2,1' | '2,k' | '3,1' | '3,k'>
}

/** Two-way analysis of variance over the items that every rater scored. */
function twoWay(sums: Sums, raters: number, items: number): TwoWay {
  const all = (reason: StatisticReason): TwoWay => {
    const none = undefinedStatistic(reason)
    return {
      icc: { '2,1': none, '2,k': none, '3,1': none, '3,k': none },
      interval: { '2,1': null, '2,k': null, '3,1': null, '3,k': null },
    }
  }
  if (items === 0) return all('no_sheets')
  if (raters < 2) return all('one_rater')
  if (sums.items < 2) return all(items < 2 ? 'one_item' : 'not_crossed')
  const n = sums.items
  const grand = grandOf(sums)
  const columns = wholeSum()
  for (const total of sums.byRater) addSquare(columns, total)
  const ssr = subtract(betweenOf(sums), grand)
  const ssc = subtract(rational(wholeValue(columns), BigInt(n)), grand)
  const sse = subtract(subtract(subtract(rational(wholeValue(sums.squares)), grand), ssr), ssc)
  const k = rational(raters)
  const k1 = rational(raters - 1)
  const msr = divide(ssr, rational(n - 1))
  const msc = divide(ssc, k1)
  const mse = divide(sse, rational((n - 1) * (raters - 1)))
  const gain = subtract(msr, mse)
  const raterShare = divide(subtract(msc, mse), rational(n))
  const squares = { msr: toNumber(msr), msc: toNumber(msc), mse: toNumber(mse) }
  return {
    icc: {
      '2,1': ratio(gain, add(add(msr, multiply(k1, mse)), multiply(k, raterShare))),
      '2,k': ratio(gain, add(msr, raterShare)),
      '3,1': ratio(gain, add(msr, multiply(k1, mse))),
      '3,k': ratio(gain, msr),
    },
    interval: twoWayIntervals(squares, n, raters),
  }
}

/**
 * Intraclass correlations (1,1) (2,1) (3,1) and (1,k) (2,k) (3,k) after Shrout & Fleiss 1979, "Intraclass correlations: uses in
 * assessing rater reliability", Psychological Bulletin 86(2), 420-428; intervals and undefined cases after McGraw & Wong 1996,
 * "Forming inferences about some intraclass correlation coefficients", Psychological Methods 1(1), 30-46.
 * Integer scores; arithmetic is exact until the last step. Missing sheets: the one-way forms use every item with two sheets or
 * more, the two-way forms the items that every rater scored (`not_crossed` when fewer than two are left).
 */
export function intraclassOfDesign(design: Design): IccReport {
  const [items, raters] = [design.items.length, design.raters.length]
  const compared = sumsOf(design, (size) => size > 1)
  const full = [...compared.bySize.keys()].every((size) => size === raters)
  const crossed = full ? compared : sumsOf(design, (size) => size === raters)
  const [one, two] = [oneWay(compared, raters, items), twoWay(crossed, raters, items)]
  return {
    icc: { ...one.icc, ...two.icc },
    interval: { ...one.interval, ...two.interval },
    oneWay: { items: compared.items },
    twoWay: { items: raters > 1 ? crossed.items : 0, raters },
  }
}
