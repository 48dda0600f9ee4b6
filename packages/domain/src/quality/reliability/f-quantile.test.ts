import { expect, it } from 'vitest'
import { fQuantile } from './f-quantile.ts'

// 97.5 % points of printed tables of the F distribution
it.each([
  [1, 1, 647.79],
  [5, 18, 3.382],
  [5, 15, 3.5764],
  [18, 5, 6.3619],
  [10, 10, 3.7168],
  [2, 30, 4.1821],
  [120, 120, 1.4327],
])('with %d and %d degrees of freedom is %d', (top, bottom, expected) =>
  expect(fQuantile(0.975, top, bottom) / expected).toBeCloseTo(1, 4),
)

it('comes near 1 with very many, and holds between whole numbers', () => {
  expect(fQuantile(0.5, 20_000, 20_000)).toBeCloseTo(1, 8)
  const [below, between, above] = [4, 4.5, 5].map((top) => fQuantile(0.975, top, 12))
  expect(between).toBeLessThan(below ?? 0)
  expect(between).toBeGreaterThan(above ?? 0)
})
