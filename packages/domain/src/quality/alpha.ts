import { designOf, type PanelSheet } from './design.ts'
import { type Statistic, type StatisticReason, undefinedStatistic } from './icc.ts'
import { divide, type Rational, rational, subtract, sum, toNumber } from './rational.ts'

export type AlphaLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** Pairable values: of each item with two sheets or more, its scores; `counts` how often each value occurs, ascending. */
type Pairable = { units: number[][]; values: number[]; counts: number[]; total: number }

function pairable(sheets: readonly PanelSheet[]): Pairable {
  const design = designOf(sheets)
  const rows: number[][] = design.items.map(() => [])
  design.item.forEach((item, row) => {
    rows[item]?.push(design.score[row] ?? 0)
  })
  const units = rows.filter((row) => row.length > 1)
  const frequency = new Map<number, number>()
  for (const unit of units) for (const value of unit) frequency.set(value, (frequency.get(value) ?? 0) + 1)
  const values = [...frequency.keys()].sort((a, b) => a - b)
  const counts = values.map((value) => frequency.get(value) ?? 0)
  return { units, values, counts, total: units.reduce((all, unit) => all + unit.length, 0) }
}

/** Σ over units of d(unit)/(size - 1), exact, with d gathered per size. */
function observed(units: readonly number[][], disagreement: (unit: readonly number[]) => bigint): Rational {
  const bySize = new Map<number, bigint>()
  for (const unit of units) bySize.set(unit.length, (bySize.get(unit.length) ?? 0n) + disagreement(unit))
  return sum([...bySize].map(([size, d]) => rational(d, size - 1)))
}

/** 1 - (n - 1) · observed / expected, both summed over ordered pairs. */
function alphaOf(data: Pairable, within: Rational, across: bigint): Statistic {
  if (across === 0n) return undefinedStatistic('no_variance')
  const share = divide(rational(within.num * BigInt(data.total - 1), within.den), rational(across))
  return { value: toNumber(subtract(rational(1), share)), reason: null }
}

function nominal(data: Pairable): Statistic {
  const within = observed(data.units, (unit) => {
    const seen = new Map<number, number>()
    for (const value of unit) seen.set(value, (seen.get(value) ?? 0) + 1)
    let same = 0
    for (const count of seen.values()) same += count * count
    return BigInt(unit.length * unit.length - same)
  })
  const n = BigInt(data.total)
  return alphaOf(data, within, n * n - data.counts.reduce((all, count) => all + BigInt(count) ** 2n, 0n))
}

/** Squared differences of integer positions: Σ over ordered pairs (a - b)² = 2(mΣa² - (Σa)²). */
function squared(data: Pairable, position: ReadonlyMap<number, number>): Statistic {
  const at = (value: number) => position.get(value) ?? 0
  const within = observed(data.units, (unit) => {
    let first = 0n
    let second = 0n
    for (const value of unit) {
      const place = BigInt(at(value))
      first += place
      second += place * place
    }
    return 2n * (BigInt(unit.length) * second - first * first)
  })
  let first = 0n
  let second = 0n
  data.values.forEach((value, index) => {
    const place = BigInt(at(value))
    const count = BigInt(data.counts[index] ?? 0)
    first += count * place
    second += count * place * place
  })
  return alphaOf(data, within, 2n * (BigInt(data.total) * second - first * first))
}

/** Krippendorff's ordinal metric is the interval metric of mid-ranks; here of twice the mid-rank, to stay whole. */
function midRanks(data: Pairable): Map<number, number> {
  let below = 0
  return new Map(
    data.values.map((value, index) => {
      const count = data.counts[index] ?? 0
      below += count
      return [value, 2 * below - count]
    }),
  )
}

function ratioDistance(a: number, b: number): number {
  return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2
}

function ratio(data: Pairable): Statistic {
  if ((data.values[0] ?? 0) < 0) return undefinedStatistic('negative_ratio_scale')
  if (data.values.length < 2) return undefinedStatistic('no_variance')
  let within = 0
  for (const unit of data.units) {
    const sorted = unit.toSorted((a, b) => a - b)
    let pairs = 0
    for (const [i, a] of sorted.entries()) for (const b of sorted.slice(i + 1)) pairs += ratioDistance(a, b)
    within += (2 * pairs) / (unit.length - 1)
  }
  let across = 0
  for (const [i, a] of data.values.entries()) {
    for (let j = i + 1; j < data.values.length; j++) {
      across += 2 * (data.counts[i] ?? 0) * (data.counts[j] ?? 0) * ratioDistance(a, data.values[j] ?? 0)
    }
  }
  return { value: 1 - ((data.total - 1) * within) / across, reason: null }
}

/**
 * Krippendorff's alpha at four levels of measurement, any number of raters, missing sheets allowed: Krippendorff 2011,
 * "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania. Integer scores. Undefined without two sheets on one item
 * (`no_pairs`) and when all pairable values are equal (`no_variance`): no disagreement could have shown.
 */
export function krippendorff(sheets: readonly PanelSheet[]): Record<AlphaLevel, Statistic> {
  const all = (reason: StatisticReason) => {
    const none = undefinedStatistic(reason)
    return { nominal: none, ordinal: none, interval: none, ratio: none }
  }
  if (sheets.length === 0) return all('no_sheets')
  const data = pairable(sheets)
  if (data.units.length === 0) return all('no_pairs')
  return {
    nominal: nominal(data),
    ordinal: squared(data, midRanks(data)),
    interval: squared(data, new Map(data.values.map((value) => [value, value]))),
    ratio: ratio(data),
  }
}
