import type { Design } from '../rankings/design.ts'
import { sortRun } from '../rankings/sort-run.ts'
import { addWhole, type WholeSum, wholeSum, wholeValue } from '../rankings/whole-sum.ts'
import { divide, type Rational, rational, subtract, sum, toNumber } from '../rational.ts'
import { type Statistic, type StatisticReason, undefinedStatistic } from './icc.ts'

export type AlphaLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Pairable values, of items with two sheets or more: `rank` holds per row the place of its score among the distinct `values`
 * (ascending), rows of one item stand together in ascending order; `starts` bounds them; `counts` how often each value occurs.
 */
type Pairable = { rank: Int32Array; starts: Int32Array; values: Float64Array; counts: Float64Array }

/** Scores that lie this close together are counted in a table, others by sorting. */
const TABLE = 100_000

/** The distinct values in order, how often each occurs, and per row the place of its value. */
function ranked(kept: Float64Array): Omit<Pairable, 'starts'> {
  let [low, high] = [Infinity, -Infinity]
  for (const value of kept) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const rank = new Int32Array(kept.length)
  if (kept.length > 0 && high - low < TABLE) {
    const table = new Int32Array(high - low + 1)
    for (const value of kept) table[value - low] = (table[value - low] ?? 0) + 1
    const distinct = table.reduce((n, count) => n + (count > 0 ? 1 : 0), 0)
    const [values, counts] = [new Float64Array(distinct), new Float64Array(distinct)]
    for (let at = 0, place = 0; at < table.length; at++) {
      const count = table[at] ?? 0
      if (count === 0) continue
      values[place] = low + at
      counts[place] = count
      table[at] = place++
    }
    for (let row = 0; row < rank.length; row++) rank[row] = table[(kept[row] ?? 0) - low] ?? 0
    return { rank, values, counts }
  }
  const values = Float64Array.from([...new Set(kept.slice().sort())])
  const place = new Map(Array.from(values, (value, at) => [value, at]))
  const counts = new Float64Array(values.length)
  for (let row = 0; row < rank.length; row++) {
    const at = place.get(kept[row] ?? 0) ?? 0
    rank[row] = at
    counts[at] = (counts[at] ?? 0) + 1
  }
  return { rank, values, counts }
}

function pairable({ item, score, itemSize }: Design): Pairable {
  const kept = new Float64Array(score.length)
  const starts = new Int32Array(itemSize.length + 1)
  let [n, units] = [0, 0]
  for (let start = 0; start < item.length; ) {
    const end = start + (itemSize[item[start] ?? 0] ?? 1)
    if (end - start > 1) {
      for (let row = start; row < end; row++) kept[n + row - start] = score[row] ?? 0
      sortRun(kept, n, n + end - start)
      n += end - start
      starts[++units] = n
    }
    start = end
  }
  return { starts: starts.subarray(0, units + 1), ...ranked(kept.subarray(0, n)) }
}

/** Σ over units of d(unit)/(size - 1), exact, with d gathered per size; `disagreement` is of the rows from start to end. */
function observed({ starts }: Pairable, disagreement: (start: number, end: number) => number): Rational {
  const bySize = new Map<number, WholeSum>()
  for (let unit = 1; unit < starts.length; unit++) {
    const [start, end] = [starts[unit - 1] ?? 0, starts[unit] ?? 0]
    const gathered = bySize.get(end - start) ?? wholeSum()
    if (!bySize.has(end - start)) bySize.set(end - start, gathered)
    addWhole(gathered, disagreement(start, end))
  }
  return sum([...bySize].map(([size, gathered]) => rational(wholeValue(gathered), BigInt(size - 1))))
}

/** 1 - (n - 1) · observed / expected, both summed over ordered pairs. */
function alphaOf({ rank }: Pairable, within: Rational, across: bigint): Statistic {
  if (across === 0n) return undefinedStatistic('no_variance')
  const share = divide(rational(within.num * BigInt(rank.length - 1), within.den), rational(across))
  return { value: toNumber(subtract(rational(1), share)), reason: null }
}

function nominal(data: Pairable): Statistic {
  const { rank, counts } = data
  const within = observed(data, (start, end) => {
    let same = 0
    for (let row = start, run = 0; row < end; row++) {
      run = row > start && rank[row] === rank[row - 1] ? run + 1 : 1
      // a run of length n adds 1 + 3 + … + (2n - 1) = n²
      same += 2 * run - 1
    }
    return (end - start) ** 2 - same
  })
  const same = wholeSum()
  for (const count of counts) addWhole(same, count * count)
  return alphaOf(data, within, BigInt(rank.length) ** 2n - wholeValue(same))
}

/** Squared differences of whole positions: Σ over ordered pairs (a - b)² = 2(mΣa² - (Σa)²), positions counted from the unit's first. */
function squared(data: Pairable, position: Float64Array): Statistic {
  const { rank, counts } = data
  const within = observed(data, (start, end) => {
    const base = position[rank[start] ?? 0] ?? 0
    let [first, second] = [0, 0]
    for (let row = start; row < end; row++) {
      const place = (position[rank[row] ?? 0] ?? 0) - base
      first += place
      second += place * place
    }
    return 2 * ((end - start) * second - first * first)
  })
  let [first, second] = [0n, 0n]
  counts.forEach((count, at) => {
    const place = BigInt(position[at] ?? 0)
    first += BigInt(count) * place
    second += BigInt(count) * place * place
  })
  return alphaOf(data, within, 2n * (BigInt(rank.length) * second - first * first))
}

/** Krippendorff's ordinal metric is the interval metric of mid-ranks; here of twice the mid-rank, to stay whole. */
function midRanks({ counts }: Pairable): Float64Array {
  let below = 0
  return counts.map((count) => {
    below += count
    return 2 * below - count
  })
}

function ratioDistance(a: number, b: number): number {
  return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2
}

function ratio({ rank, starts, values, counts }: Pairable): Statistic {
  if ((values[0] ?? 0) < 0) return undefinedStatistic('negative_ratio_scale')
  if (values.length < 2) return undefinedStatistic('no_variance')
  let within = 0
  for (let unit = 1; unit < starts.length; unit++) {
    const [start, end] = [starts[unit - 1] ?? 0, starts[unit] ?? 0]
    let pairs = 0
    for (let a = start; a < end; a++)
      for (let b = a + 1; b < end; b++) pairs += ratioDistance(values[rank[a] ?? 0] ?? 0, values[rank[b] ?? 0] ?? 0)
    within += (2 * pairs) / (end - start - 1)
  }
  let across = 0
  for (let a = 0; a < values.length; a++)
    for (let b = a + 1; b < values.length; b++)
      across += 2 * (counts[a] ?? 0) * (counts[b] ?? 0) * ratioDistance(values[a] ?? 0, values[b] ?? 0)
  return { value: 1 - ((rank.length - 1) * within) / across, reason: null }
}

/**
 * Krippendorff's alpha at four levels of measurement, any number of raters, missing sheets allowed: Krippendorff 2011,
 * "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania. Integer scores. Undefined without two sheets on one item
 * (`no_pairs`) and when all pairable values are equal (`no_variance`): no disagreement could have shown.
 */
export function krippendorffOfDesign(design: Design): Record<AlphaLevel, Statistic> {
  const all = (reason: StatisticReason) => {
    const none = undefinedStatistic(reason)
    return { nominal: none, ordinal: none, interval: none, ratio: none }
  }
  if (design.item.length === 0) return all('no_sheets')
  const data = pairable(design)
  if (data.rank.length === 0) return all('no_pairs')
  return {
    nominal: nominal(data),
    ordinal: squared(data, midRanks(data)),
    interval: squared(data, data.values),
    ratio: ratio(data),
  }
}
