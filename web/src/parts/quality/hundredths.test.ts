import { describe, expect, it } from 'vitest'
import { hundredthsOf, pointsText, stepped } from './hundredths.ts'

describe('points', () => {
  it('are written without digits that say nothing', () => {
    expect([850, 8533, 10_000, 0].map(pointsText)).toEqual(['8.5', '85.33', '100', '0'])
  })
  it('come back as the integers of the wire', () => {
    expect([8.5, 0.1 + 0.2, 85.33].map(hundredthsOf)).toEqual([850, 30, 8533])
  })
  it('move by half a point and stay on the scale', () => {
    expect(stepped(950, 1000, true)).toBe(1000)
    expect(stepped(1000, 1000, true)).toBe(1000)
    expect(stepped(0, 1000, false)).toBe(0)
    expect(stepped(null, 1000, true)).toBe(0)
    expect(stepped(null, 1000, false)).toBe(1000)
  })
})
