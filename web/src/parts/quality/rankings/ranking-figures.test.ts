import { expect, it } from 'vitest'
import { alphaReading, iccReading, type RankedItem, whatIf } from './ranking-figures.ts'

const item = (title: string, rank: number, median: number | null, more: Partial<RankedItem> = {}) =>
  ({
    title,
    rank,
    withinQuota: rank <= 2,
    vetoed: [],
    places: { mean: rank, median: median ?? 0, trimmed: median, severityAdjusted: null },
    ...more,
  }) as unknown as RankedItem

it('tells who would enter and leave the quota', () => {
  const items = [item('a', 1, 1), item('b', 2, 3), item('c', 3, 2)]
  expect(whatIf(items, 'median', 2)).toEqual({ entering: ['c'], leaving: ['b'], moved: 2 })
})

it('seats nobody of a tie across the line', () =>
  expect(whatIf([item('a', 1, 1), item('b', 2, 2), item('c', 3, 2)], 'median', 2)).toEqual({
    entering: [],
    leaving: ['b'],
    moved: 1,
  }))

it('seats no vetoed one, and says nothing of a method that the panel has not', () => {
  const vetoed = item('c', 3, 1, { vetoed: ['v'] })
  expect(whatIf([item('a', 1, 2), item('b', 2, 3), vetoed], 'median', 2)?.entering).toEqual([])
  expect(whatIf([item('a', 1, null)], 'trimmed', 1)).toBeNull()
})

it.each([
  [0.499, 'poor'],
  [0.5, 'moderate'],
  [0.749, 'moderate'],
  [0.75, 'good'],
  [0.9, 'good'],
  [0.901, 'excellent'],
  [-0.2, 'poor'],
])('reads an ICC of %d as %s', (value, reading) => expect(iccReading(value)).toBe(reading))

it.each([
  [0.666, 'low'],
  [0.667, 'tentative'],
  [0.799, 'tentative'],
  [0.8, 'reliable'],
])('reads an alpha of %d as %s', (value, reading) => expect(alphaReading(value)).toBe(reading))
