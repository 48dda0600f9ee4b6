import type { Fraction } from './policy.ts'

function greatestDivisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

/** Least common multiple of whole numbers above zero; Infinity once it is past what a double holds. */
export function leastMultiple(numbers: readonly number[]): number {
  let multiple = 1
  for (const n of numbers) {
    multiple = (multiple / greatestDivisor(multiple, n)) * n
    if (multiple > Number.MAX_SAFE_INTEGER) return Number.POSITIVE_INFINITY
  }
  return multiple
}

/** In lowest terms. */
export function reduced([n, d]: Fraction): Fraction {
  const divisor = greatestDivisor(n, d) || 1
  return [n / divisor, d / divisor]
}

export function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return reduced([a * c, b * d])
}

/** 1 − f. */
export function rest([n, d]: Fraction): Fraction {
  return reduced([d - n, d])
}

/** Whether it is whole numbers, not negative, over a denominator above zero, small enough to be exact. */
export function isFraction([n, d]: Fraction): boolean {
  return Number.isInteger(n) && Number.isInteger(d) && n >= 0 && d > 0 && n <= 10_000 && d <= 10_000
}

/** Hundredths of a figure with at most two decimals; null for any other. */
export function hundredthsOf(figure: number): number | null {
  const whole = Math.round(figure * 100)
  return Number.isFinite(figure) && Math.abs(figure * 100 - whole) < 1e-6 ? whole : null
}

/** A figure held in 1/scale, to two decimals, half up: exact where the product with 100 would not be. */
export function figureOf(value: number, scale: number): number {
  const whole = Math.floor(value / scale)
  const left = value - whole * scale
  return (whole * 100 + Math.floor((200 * left + scale) / (2 * scale))) / 100
}

/** What is still lacking: as `figureOf`, but never 0 while something is lacking. */
export function lackingOf(value: number, scale: number): number {
  return value <= 0 ? 0 : Math.max(0.01, figureOf(value, scale))
}
