import { leastMultiple, reduced, rest, times } from './fraction.ts'
import type { Policy } from './policy.ts'

/** Finer than this the sums of a long ledger might leave the whole numbers that a double holds. */
export const MOST_SCALE = 10_000_000

/**
 * Everything is counted in whole numbers of 1/scale. Hours are given in hundredths or minutes: `base` parts make an hour,
 * and `scale` is `base` times `fine`, the least multiple of every denominator of the policy. `earlier` versions lend their
 * minutes to an hour.
 */
export function scaleOf(policy: Policy, earlier: readonly Policy[]): { base: number; fine: number; scale: number } {
  const base = 100 * leastMultiple([policy, ...earlier].map(({ minutesPerHour }) => minutesPerHour))
  const rates = policy.conversions.flatMap(({ perHour, factors }) => [
    reduced(perHour),
    ...factors.map(({ factor }) => times(perHour, factor)),
  ])
  const shares = policy.exemptions.map(({ share }) => rest(share))
  const fine = leastMultiple([...rates, ...shares].map(([, d]) => d))
  return { base, fine, scale: base * fine }
}
