import { describe, expect, it } from 'vitest'
import { chinaInstant, chinaParts } from './china-instant.ts'

describe('an instant in China', () => {
  it('goes there and back', () => {
    expect(chinaInstant('2026-03-01', '07:30')).toBe('2026-02-28T23:30:00.000Z')
    expect(chinaParts('2026-02-28T23:30:00.000Z')).toEqual({ day: '2026-03-01', time: '07:30' })
  })
  it('is nothing while a part is missing', () => {
    expect([chinaInstant('', '08:00'), chinaInstant('2026-03-01', '')]).toEqual(['', ''])
    expect(chinaParts('')).toEqual({ day: '', time: '' })
  })
})
