import type { Fraction } from './policy.ts'

/** '8 学时折 1 学分' from [1, 8]. */
export function rateWords([n, d]: Fraction): string {
  return `${d} 学时折 ${n} 学分`
}

/** '50%', or '1/3' where a percentage would not be whole. */
export function shareWords([n, d]: Fraction): string {
  return (n * 100) % d === 0 ? `${(n * 100) / d}%` : `${n}/${d}`
}
