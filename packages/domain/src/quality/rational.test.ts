import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  divide,
  formatHundredths,
  formatRational,
  fromHundredths,
  parseHundredths,
  parseRational,
  rational,
  roundHalfUp2,
  toHundredths,
  toNumber,
} from './rational.ts'

describe('rational', () => {
  it.each([
    ['92344999999/1000000000', '92.34'],
    ['92345/1000', '92.35'],
    ['184700/2000', '92.35'],
    ['-5/1000', '-0.01'],
    ['-4/1000', '0.00'],
    ['1/3', '0.33'],
    ['89995/1000', '90.00'],
  ])('rounds %s once, half up, to %s', (exact, shown) => {
    const value = parseRational(exact)
    expect(value && roundHalfUp2(value)).toBe(shown)
  })

  it('keeps lowest terms and a positive denominator', () => {
    expect(rational(6, -4)).toEqual({ num: -3n, den: 2n })
    expect(() => rational(1, 0)).toThrow(RangeError)
    expect(() => divide(rational(1), rational(0))).toThrow(RangeError)
  })

  it.each([
    ['92', 9200],
    ['92.5', 9250],
    [' 92.35 ', 9235],
    ['-0.5', -50],
    ['92.355', null],
    ['', null],
    ['1e2', null],
    ['.5', null],
  ])('reads %j as %j hundredths', (text, expected) => expect(parseHundredths(text)).toBe(expected))

  it('writes and reads back the same figure', () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.bigInt({ min: 1n }),
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        (num, den, h) => {
          const value = rational(num, den)
          expect(parseRational(formatRational(value))).toEqual(value)
          expect(parseHundredths(formatHundredths(h))).toBe(h === 0 ? 0 : h)
          expect(toHundredths(fromHundredths(h))).toBe(h === 0 ? 0 : h)
          expect(compare(add(value, rational(1)), value)).toBe(1)
        },
      ),
    )
  })

  it('gives a finite double for fractions of any length', () => {
    expect(toNumber(rational(3n ** 2000n, 2n * 3n ** 2000n + 1n))).toBeCloseTo(0.5, 12)
  })
})
