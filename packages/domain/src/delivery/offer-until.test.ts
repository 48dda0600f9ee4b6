import { describe, expect, test } from 'vitest'
import { offerLapsed, offerUntil } from './offer-until.ts'

const cohort = { startsOn: '2026-12-10', endsOn: '2026-12-20' }

describe('the last day of a place that is kept', () => {
  test('is so many days away while the cohort is further off', () => {
    expect(offerUntil('2026-12-01', cohort, 3)).toBe('2026-12-04')
    expect(offerUntil('2026-12-01', cohort, 8)).toBe('2026-12-09')
  })
  test('is the day before the cohort begins, when the days would reach beyond', () => {
    expect(offerUntil('2026-12-01', cohort, 9)).toBe('2026-12-09')
    expect(offerUntil('2026-12-07', cohort, 3)).toBe('2026-12-09')
    expect(offerUntil('2026-12-08', cohort, 3)).toBe('2026-12-09')
  })
  test('is tomorrow at the earliest, also on the eve of the first day', () => {
    expect(offerUntil('2026-12-09', cohort, 3)).toBe('2026-12-10')
    expect(offerUntil('2026-12-01', cohort, 0)).toBe('2026-12-02')
  })
  test('of a cohort that runs is bound by its last day', () => {
    expect(offerUntil('2026-12-10', cohort, 3)).toBe('2026-12-13')
    expect(offerUntil('2026-12-18', cohort, 3)).toBe('2026-12-20')
    expect(offerUntil('2026-12-20', cohort, 3)).toBe('2026-12-21')
    expect(offerUntil('2026-12-25', cohort, 3)).toBe('2026-12-26')
  })
  test('counts itself: the place lapses on the day after', () => {
    expect(offerLapsed('2026-12-04', '2026-12-03')).toBe(false)
    expect(offerLapsed('2026-12-04', '2026-12-04')).toBe(false)
    expect(offerLapsed('2026-12-04', '2026-12-05')).toBe(true)
    expect(offerLapsed(null, '2026-12-05')).toBe(false)
  })
})
