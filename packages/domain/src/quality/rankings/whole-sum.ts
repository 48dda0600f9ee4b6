/** A sum of whole numbers that stays exact: doubles while they hold it, carried over to whole numbers without end. */
export type WholeSum = { small: number; carried: bigint }

const FULL = 2 ** 52
/** The square of anything up to here is a whole double. */
const ROOT = 2 ** 26

export function wholeSum(): WholeSum {
  return { small: 0, carried: 0n }
}

/** Adds a whole number of at most 2^52. */
export function addWhole(sum: WholeSum, value: number): void {
  sum.small += value
  if (sum.small > FULL || sum.small < -FULL) {
    sum.carried += BigInt(sum.small)
    sum.small = 0
  }
}

/** Adds the square of any whole double. */
export function addSquare(sum: WholeSum, value: number): void {
  if (value > ROOT || value < -ROOT) sum.carried += BigInt(value) ** 2n
  else addWhole(sum, value * value)
}

export function wholeValue({ small, carried }: WholeSum): bigint {
  return carried + BigInt(small)
}
