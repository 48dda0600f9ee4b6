import { describe, expect, it } from 'vitest'
import { niceTicks } from './chart-scale.ts'

describe('niceTicks', () => {
  it('takes round steps around the values', () => {
    expect(niceTicks(0, 97)).toEqual([0, 50, 100])
    expect(niceTicks(0, 100)).toEqual([0, 50, 100])
    expect(niceTicks(0, 80)).toEqual([0, 20, 40, 60, 80])
    expect(niceTicks(82, 96)).toEqual([80, 85, 90, 95, 100])
    expect(niceTicks(0, 0.3)).toEqual([0, 0.1, 0.2, 0.3])
  })
  it('stands a single value and nothing at all', () => {
    for (const ticks of [niceTicks(0, 0), niceTicks(5, 5), niceTicks(-3, -3)]) {
      expect(ticks.length).toBeGreaterThan(1)
      expect(ticks.every(Number.isFinite)).toBe(true)
    }
  })
})
