import { add, divide, negate, type Rational, rational, subtract, sum, ZERO } from '../rational.ts'
import type { Reason } from './aggregate.ts'
import { type Design, designOf, isConnected, type PanelSheet } from './design.ts'
import { columnOf, type ExactColumn, exactColumn, wholeGcd } from './exact-column.ts'
import type { PanelFigures } from './panel-figures.ts'
import { conjugateGradient } from './severity-iterative.ts'

/** Points by which a rater scores above (+, lenient) or below (-, severe) the panel's average rater; they sum to zero. */
export type RaterSeverity = { rater: string; severity: Rational; sheets: number }

/**
 * `exact`: the least-squares solution itself; `fixed_point`: that solution on a grid of 10^-6 hundredths, the same bytes everywhere.
 * Not calibrated: the reason, and the raters it concerns where there are some.
 */
export type SeverityModel =
  | { calibrated: true; arithmetic: 'exact' | 'fixed_point'; raters: RaterSeverity[] }
  | { calibrated: false; reason: Reason; raters: string[] }

export const MIN_SHEETS_PER_RATER = 3

/** Makes every common denominator a multiple of 100, so that hundredths go into it. */
const POINT = rational(1, 100)

/** Up to here elimination in whole numbers stays short; beyond, its digits would outgrow the figures they decide. */
const EXACT_RATERS = 12
const GRID = 1_000_000

function lcm(a: number, b: number): number {
  return (a / wholeGcd(a, b)) * b
}

/**
 * Normal equations of y = item + rater + error with the items eliminated, times the common multiple of the panel sizes:
 * one row per rater but the last, whose severity is held at zero; the last column is the right side.
 * Panels of at most 12 have a common multiple of at most 27720, so that sums over 30 million sheets stay safe integers.
 */
function normalEquations(design: Design): bigint[][] {
  const { item, rater, score, itemSize } = design
  const free = design.raters.length - 1
  const width = free + 1
  const scale = [...new Set(itemSize)].reduce(lcm, 1)
  const cells = new Float64Array(free * width)
  const put = (row: number, column: number, value: number) => {
    const cell = row * width + column
    cells[cell] = (cells[cell] ?? 0) + value
  }
  for (let start = 0; start < item.length; ) {
    const end = start + (itemSize[item[start] ?? 0] ?? 1)
    const share = scale / (end - start)
    let total = 0
    for (let i = start; i < end; i++) total += score[i] ?? 0
    for (let i = start; i < end; i++) {
      const r = rater[i] ?? 0
      if (r === free) continue
      put(r, r, scale)
      for (let j = start; j < end; j++) {
        const s = rater[j] ?? 0
        if (s < free) put(r, s, -share)
      }
      put(r, free, scale * (score[i] ?? 0) - share * total)
    }
    start = end
  }
  return Array.from({ length: free }, (_, row) => Array.from(cells.subarray(row * width, (row + 1) * width), BigInt))
}

/** Fraction-free elimination (Bareiss 1968), then back substitution; the matrix of a connected design is positive definite. */
function solveExactly(rows: bigint[][]): Rational[] {
  const n = rows.length
  let previous = 1n
  for (let k = 0; k < n; k++) {
    const pivotRow = rows[k] ?? []
    const pivot = pivotRow[k] ?? 0n
    for (let i = k + 1; i < n; i++) {
      const row = rows[i] ?? []
      const head = row[k] ?? 0n
      for (let j = k; j <= n; j++) row[j] = (pivot * (row[j] ?? 0n) - head * (pivotRow[j] ?? 0n)) / previous
    }
    previous = pivot
  }
  const solution: Rational[] = Array.from({ length: n }, () => ZERO)
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] ?? []
    let right = rational(row[n] ?? 0n)
    for (let j = i + 1; j < n; j++) {
      const known = solution[j] ?? ZERO
      right = subtract(right, rational(known.num * (row[j] ?? 0n), known.den))
    }
    solution[i] = divide(right, rational(row[i] ?? 1n))
  }
  return solution
}

/** Sheets per rater on items that somebody else scored too: only these say anything about severity. */
function comparedSheets({ item, itemSize, rater, raters }: Design): Int32Array {
  const counts = new Int32Array(raters.length)
  for (let row = 0; row < rater.length; row++) {
    const r = rater[row] ?? 0
    if ((itemSize[item[row] ?? 0] ?? 0) > 1) counts[r] = (counts[r] ?? 0) + 1
  }
  return counts
}

function solve(design: Design): Rational[] {
  if (design.raters.length <= EXACT_RATERS) {
    return [...solveExactly(normalEquations(design)), ZERO].map((s) => rational(s.num, s.den * 100n))
  }
  const floating = conjugateGradient(design)
  const last = floating[floating.length - 1] ?? 0
  // Relative to the last rater before rounding: a constant shift of one rater then moves the grid by whole steps.
  return Array.from(floating, (s) => rational(Math.round((s - last) * GRID), 100 * GRID))
}

/**
 * Two-way additive model, score = item effect + rater severity + error, by least squares over the sheets present.
 * Work grows with the sheets, not with items times raters. Sheets must not repeat a rater on an item.
 */
export function severityOfDesign(design: Design, minSheets: number = MIN_SHEETS_PER_RATER): SeverityModel {
  if (design.item.length === 0) return { calibrated: false, reason: 'no_sheets', raters: [] }
  if (design.raters.length === 1) return { calibrated: false, reason: 'one_rater', raters: [...design.raters] }
  const counts = comparedSheets(design)
  const thin = design.raters.filter((_, rater) => (counts[rater] ?? 0) < minSheets)
  if (thin.length > 0) return { calibrated: false, reason: 'too_few_sheets_per_rater', raters: thin }
  if (!isConnected(design)) return { calibrated: false, reason: 'not_connected', raters: [] }
  const solved = solve(design)
  const centre = negate(divide(sum(solved), rational(solved.length)))
  return {
    calibrated: true,
    arithmetic: design.raters.length <= EXACT_RATERS ? 'exact' : 'fixed_point',
    raters: design.raters.map((rater, index) => ({
      rater,
      severity: add(solved[index] ?? ZERO, centre),
      sheets: counts[index] ?? 0,
    })),
  }
}

/** As `severityOfDesign`, from sheets. */
export function severityModel(sheets: readonly PanelSheet[], minSheets: number = MIN_SHEETS_PER_RATER): SeverityModel {
  return severityOfDesign(designOf(sheets), minSheets)
}

/**
 * Mean less the mean severity of those who scored, per item, exact and not held to the scale so that ranks keep their
 * order: (total · d/100 - Σ severities · d) / (size · d) with d the denominator that all severities share.
 */
export function adjustedColumn(design: Design, figures: PanelFigures, raters: readonly RaterSeverity[]): ExactColumn {
  const severities = columnOf([...raters.map(({ severity }) => severity), POINT])
  const { item, rater, itemSize } = design
  const num = new Float64Array(itemSize.length)
  const scale = Number(severities.den) / 100
  if (severities.num instanceof Float64Array) {
    let most = 0
    for (let at = 0; at < num.length; at++) {
      num[at] = (figures.total[at] ?? 0) * scale
      most = Math.max(most, Math.abs(num[at] ?? 0))
    }
    const strongest = severities.num.reduce((all, value) => Math.max(all, Math.abs(value)), 0)
    for (let row = 0; row < item.length; row++) {
      const at = item[row] ?? 0
      num[at] = (num[at] ?? 0) - (severities.num[rater[row] ?? 0] ?? 0)
    }
    const widest = itemSize.reduce((all, size) => Math.max(all, size), 0)
    if (most + widest * strongest < Number.MAX_SAFE_INTEGER) return exactColumn(num, itemSize, severities.den)
  }
  const whole = Array.from(figures.total, (total) => (BigInt(total) * severities.den) / 100n)
  for (let row = 0; row < item.length; row++) {
    const at = item[row] ?? 0
    whole[at] = (whole[at] ?? 0n) - BigInt(severities.num[rater[row] ?? 0] ?? 0)
  }
  return exactColumn(whole, itemSize, severities.den)
}
