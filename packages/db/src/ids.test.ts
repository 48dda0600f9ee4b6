import { expect, it } from 'vitest'
import { newId } from './ids.ts'

const NOW = '2026-11-21T02:00:00.000Z'

it('has a prefix and 26 characters without look-alikes', () => {
  expect(newId('app', NOW)).toMatch(/^app_[0-9a-hjkmnp-tv-z]{26}$/)
})

it('sorts by time, and within one instant in the order of making', () => {
  const before = newId('app', '2026-11-21T01:59:59.999Z')
  const many = Array.from({ length: 5000 }, () => newId('app', NOW))
  expect([...many].sort()).toEqual(many)
  expect(new Set(many).size).toBe(many.length)
  expect(before < (many[0] ?? '')).toBe(true)
})

it('begins each instant anew: one id does not give away the next instant', () => {
  const tails = ['2026-11-21T02:00:00.001Z', '2026-11-21T02:00:00.002Z'].map((now) => newId('app', now).slice(-16))
  expect(tails[0]).not.toBe(tails[1])
})
