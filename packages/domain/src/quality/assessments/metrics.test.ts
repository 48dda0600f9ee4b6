import { describe, expect, it } from 'vitest'
import { isMetricKey, metricFigure } from './metrics.ts'

describe('metricFigure', () => {
  it.each([
    [2, 3, 6667, null],
    [1, 3, 3333, null],
    [1, 20000, 1, null],
    [1, 20001, 0, null],
    [0, 5, 0, null],
    [5, 5, 10000, null],
    [6, 5, null, 'more_than_whole'],
    [0, 0, null, 'denominator_zero'],
    [-1, 5, null, 'not_a_count'],
    [1, 1.5, null, 'not_a_count'],
    [Number.NaN, 5, null, 'not_a_count'],
  ])('%d of %d persons is %j (%j)', (numerator, denominator, value, reason) => {
    expect(metricFigure('participation', { numerator, denominator })).toEqual({
      metric: 'participation',
      numerator,
      denominator,
      value,
      reason,
    })
  })

  it('lets hours and money pass the promise', () => {
    expect(metricFigure('hours_delivered', { numerator: 110, denominator: 100 }).value).toBe(11000)
    expect(
      metricFigure('budget_execution', { numerator: 9_007_199_254_740_991, denominator: 9_007_199_254_740_991 }).value,
    ).toBe(10000)
  })

  it('knows its own keys only', () => {
    expect(isMetricKey('attendance')).toBe(true)
    expect(isMetricKey('constructor')).toBe(false)
  })
})
