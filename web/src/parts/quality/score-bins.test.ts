import { describe, expect, it } from 'vitest'
import { meanOf, scoreBins } from './score-bins.ts'

describe('the distribution of scores', () => {
  it('starts at the lowest ten that occurs and ends at 100', () => {
    expect(scoreBins([79.99, 80, 100])).toEqual([
      { label: '70–79', count: 1 },
      { label: '80–89', count: 1 },
      { label: '90–100', count: 1 },
    ])
  })
  it('is nothing without scores', () => {
    expect(scoreBins([])).toEqual([])
    expect(meanOf([])).toBeNull()
    expect(meanOf([80, 90])).toBe(85)
  })
})
