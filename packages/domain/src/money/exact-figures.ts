/** A decimal of a form as whole hundredths; null for what is no finite number. Two decimals are exact. */
export function hundredthsOf(value: unknown): bigint | null {
  return typeof value === 'number' && Number.isFinite(value) ? BigInt(Math.round(value * 100)) : null
}

/** Whole fen of an amount; null for what is no whole number. */
export function fenOf(value: unknown): bigint | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : null
}

/** A quotient rounded down, for negative dividends too; `divisor` is positive. */
export function floorDiv(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend % divisor < 0n ? quotient - 1n : quotient
}

function sized(value: bigint): [string, bigint] {
  return value < 0n ? ['-', -value] : ['', value]
}

/** Fen as people read them: `1,234.50 元`. */
export function yuanText(fen: bigint): string {
  const [sign, size] = sized(fen)
  const yuan = String(size / 100n).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${yuan}.${String(size % 100n).padStart(2, '0')} 元`
}

/** Hundredths without needless zeros: 500 is `5`, 1050 is `10.5`. */
export function decimalText(hundredths: bigint): string {
  const [sign, size] = sized(hundredths)
  const fraction = String(size % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${sign}${size / 100n}${fraction ? `.${fraction}` : ''}`
}
