import { expect, it } from 'vitest'
import { quartilesOf } from './quartiles.ts'

it.each([
  [[5], { low: 5, lower: 5, median: 5, upper: 5, high: 5, mean: 5, n: 1 }],
  [[4, 2], { low: 2, lower: 2.5, median: 3, upper: 3.5, high: 4, mean: 3, n: 2 }],
  [[1, 2, 3, 4, 5], { low: 1, lower: 2, median: 3, upper: 4, high: 5, mean: 3, n: 5 }],
  [[7, 7, 7], { low: 7, lower: 7, median: 7, upper: 7, high: 7, mean: 7, n: 3 }],
])('of %j', (values, expected) => expect(quartilesOf(values)).toEqual(expected))

it('of nothing is nothing', () => expect(quartilesOf([])).toBeNull())
