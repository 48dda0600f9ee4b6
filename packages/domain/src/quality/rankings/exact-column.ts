import type { Hundredths, Rational } from '../rational.ts'

/**
 * One exact figure per item, all over one denominator: value = num[i] / den, in points. Doubles that hold whole numbers
 * while these stay small enough for every sum and comparison; whole numbers without end beyond.
 */
export type ExactColumn = { num: Float64Array | readonly bigint[]; den: bigint }

/** 201 times as much, which rounding needs, is still a whole double. */
const SAFE = 2 ** 45

export function wholeGcd(a: number, b: number): number {
  let x = a
  let y = b
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

function bigGcd(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** value[i] = num[i] / (parts[i] × unit) brought over one denominator: the common multiple of the parts, times the unit. */
export function exactColumn(num: Float64Array | readonly bigint[], parts: Int32Array, unit: bigint): ExactColumn {
  const distinct = [...new Set(parts)]
  let common = 1n
  for (const part of distinct) common *= BigInt(part) / bigGcd(common, BigInt(part))
  const den = common * unit
  const shares = new Map(distinct.map((part) => [part, common / BigInt(part)]))
  if (num instanceof Float64Array && common < BigInt(SAFE) && den < BigInt(SAFE)) {
    const scaled = new Float64Array(num.length)
    const factor = distinct.length === 1 ? Number(shares.get(parts[0] ?? 1) ?? 1n) : null
    let most = 0
    for (let i = 0; i < num.length; i++) {
      const value = (num[i] ?? 0) * (factor ?? Number(common) / (parts[i] ?? 1))
      const size = value < 0 ? -value : value
      if (size > most) most = size
      scaled[i] = value
    }
    if (most < SAFE) return { num: scaled, den }
  }
  const whole: bigint[] = []
  for (let i = 0; i < num.length; i++) whole.push(BigInt(num[i] ?? 0) * (shares.get(parts[i] ?? 1) ?? 1n))
  return { num: whole, den }
}

/** The column of fractions given one by one. */
export function columnOf(values: readonly Rational[]): ExactColumn {
  let den = 1n
  for (const value of values) if (den % value.den !== 0n) den *= value.den / bigGcd(den, value.den)
  const num = values.map((value) => value.num * (den / value.den))
  const small = den < BigInt(SAFE) && num.every((value) => value < BigInt(SAFE) && value > -BigInt(SAFE))
  return { num: small ? Float64Array.from(num, Number) : num, den }
}

/** Rounded once to hundredths of a point, a half away from zero. */
export function publishedColumn({ num, den }: ExactColumn): Float64Array {
  const rounded = new Float64Array(num.length)
  if (num instanceof Float64Array) {
    const under = Number(den)
    for (let i = 0; i < num.length; i++) {
      const value = num[i] ?? 0
      const size = Math.floor((200 * (value < 0 ? -value : value) + under) / (2 * under))
      rounded[i] = value < 0 && size !== 0 ? -size : size
    }
    return rounded
  }
  num.forEach((value, i) => {
    const size = Number((200n * (value < 0n ? -value : value) + den) / (2n * den))
    rounded[i] = value < 0n && size !== 0 ? -size : size
  })
  return rounded
}

/** -1, 0 or 1 for two places of one column. */
export function compareAt(num: ExactColumn['num'], a: number, b: number): number {
  const x = num[a] ?? 0
  const y = num[b] ?? 0
  return x < y ? -1 : x > y ? 1 : 0
}

/** What is published of a figure: on the scale of 0 to 100 points. */
export function onScale(hundredths: number): Hundredths {
  return Math.min(Math.max(hundredths, 0), 10_000)
}
