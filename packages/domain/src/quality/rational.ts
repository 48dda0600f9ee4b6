/** An exact fraction in lowest terms, `den` > 0. Scores held this way are in points (92.35), not hundredths. */
export type Rational = { readonly num: bigint; readonly den: bigint }

/** A score as it crosses every interface: an integer of hundredths of a point, 0..10000 on the scale of 100. */
export type Hundredths = number

const POINT = 100n
const FLOAT_SAFE = 2n ** 1000n
/** 201 times as much is still a whole double. */
const SMALL = 2n ** 45n
const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

function smallGcd(a: number, b: number): number {
  let x = a
  let y = b
  while (y !== 0) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}

/** Whole numbers that a double holds go on as doubles, where a step costs a tenth. */
function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b
  while (y > SAFE || (x > SAFE && y !== 0n)) {
    const rest = x % y
    x = y
    y = rest
  }
  return y === 0n ? x : BigInt(smallGcd(Number(x), Number(y)))
}

function smallRational(num: number, den: number): Rational {
  const divisor = smallGcd(Math.abs(num), den)
  return { num: BigInt(num / divisor), den: BigInt(den / divisor) }
}

/** num/den in lowest terms. A zero denominator is a mistake of the program and throws RangeError. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  if (Number.isSafeInteger(num) && Number.isSafeInteger(den) && Number(den) > 0)
    return smallRational(Number(num), Number(den))
  const n = BigInt(num)
  const d = BigInt(den)
  if (d === 0n) throw new RangeError('denominator is zero')
  if (d === 1n) return { num: n, den: d }
  const positive = d < 0n ? -d : d
  const divisor = gcd(n, positive)
  return { num: (d < 0n ? -n : n) / divisor, den: positive / divisor }
}

export const ZERO: Rational = { num: 0n, den: 1n }
export const ONE: Rational = { num: 1n, den: 1n }

export function fromHundredths(h: Hundredths): Rational {
  return rational(h, POINT)
}

export function add(a: Rational, b: Rational): Rational {
  return a.den === b.den ? rational(a.num + b.num, a.den) : rational(a.num * b.den + b.num * a.den, a.den * b.den)
}

export function negate(a: Rational): Rational {
  return { num: -a.num, den: a.den }
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b))
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den)
}

/** Throws RangeError when b is zero: callers decide beforehand what an undefined figure means. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num)
}

export function sum(terms: readonly Rational[]): Rational {
  return terms.reduce(add, ZERO)
}

export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.num * b.den
  const right = b.num * a.den
  return left < right ? -1 : left > right ? 1 : 0
}

export function clamp(a: Rational, low: Rational, high: Rational): Rational {
  return compare(a, low) < 0 ? low : compare(a, high) > 0 ? high : a
}

/** Points rounded once to integer hundredths, a half away from zero (四舍五入). */
export function toHundredths(r: Rational): Hundredths {
  if (r.num >= 0n && r.num < SMALL && r.den < SMALL) {
    // below 2^53 the quotient of two whole doubles never rounds across a whole number
    const [num, den] = [Number(r.num), Number(r.den)]
    return Math.floor((200 * num + den) / (2 * den))
  }
  const magnitude = r.num < 0n ? -r.num : r.num
  const rounded = Number((2n * magnitude * POINT + r.den) / (2n * r.den))
  return r.num < 0n && rounded !== 0 ? -rounded : rounded
}

/** '92.35' from 9235; negative figures (severities) carry the sign. */
export function formatHundredths(h: Hundredths): string {
  const magnitude = Math.abs(h)
  return `${h < 0 ? '-' : ''}${Math.floor(magnitude / 100)}.${String(magnitude % 100).padStart(2, '0')}`
}

/** Points as text of two decimals, rounded once, half up (away from zero): 92.345 → '92.35'. */
export function roundHalfUp2(r: Rational): string {
  return formatHundredths(toHundredths(r))
}

/** Hundredths from text such as '92', '92.5' or '92.35'; null for anything else, more decimals included. */
export function parseHundredths(text: string): Hundredths | null {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return null
  const magnitude = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] && magnitude !== 0 ? -magnitude : magnitude
}

/** The stored form of an exact figure: 'num/den', or 'num' when whole. */
export function formatRational(r: Rational): string {
  return r.den === 1n ? String(r.num) : `${r.num}/${r.den}`
}

/** Reads what `formatRational` wrote; null for anything else. */
export function parseRational(text: string): Rational | null {
  const match = /^(-?\d+)(?:\/([1-9]\d*))?$/.exec(text)
  return match?.[1] ? rational(BigInt(match[1]), BigInt(match[2] ?? '1')) : null
}

/** Nearest double, for statistics that are not scores; finite for every fraction a double can hold. */
export function toNumber(r: Rational): number {
  let { num, den } = r
  while (den > FLOAT_SAFE || num > FLOAT_SAFE || num < -FLOAT_SAFE) {
    num >>= 64n
    den >>= 64n
    if (den === 0n) throw new RangeError('fraction exceeds a double')
  }
  return Number(num) / Number(den)
}
