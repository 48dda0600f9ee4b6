import { describe, expect, it } from 'vitest'
import { readFen, readNumber } from './number-text.ts'

describe('readFen', () => {
  it('is exact where floating point is not', () => {
    expect(readFen('0.29')).toBe(29)
    expect(readFen('1.1')).toBe(110)
    expect(readFen('4503599627370.49')).toBe(450359962737049)
  })
  it('reads what an input method and a spreadsheet leave', () => {
    expect(readFen('１２，３４５．６７')).toBe(1_234_567)
    expect(readFen('¥1,234.50')).toBe(123_450)
    expect(readFen('800 元')).toBe(80_000)
  })
  it('keeps negative adjustments and has no negative zero', () => {
    expect(readFen('-12.5')).toBe(-1250)
    expect(readFen('-0')).toBe(0)
  })
  it('refuses a third digit, words and what is too large to be exact', () => {
    expect(readFen('1.234')).toBeUndefined()
    expect(readFen('万')).toBeUndefined()
    expect(readFen('.')).toBeUndefined()
    expect(readFen('90071992547409.91')).toBe(9_007_199_254_740_991)
    expect(readFen('90071992547409.92')).toBeUndefined()
  })
  it('knows nothing from zero', () => {
    expect(readFen('')).toBeNull()
    expect(readFen('0')).toBe(0)
  })
})

describe('readNumber', () => {
  it('holds the number of decimals', () => {
    expect(readNumber('3', 0)).toBe(3)
    expect(readNumber('3.5', 0)).toBeUndefined()
    expect(readNumber('3.25', 2)).toBe(3.25)
    expect(readNumber('3.255', 2)).toBeUndefined()
  })
  it('refuses E notation and signs alone', () => {
    expect(readNumber('1e3', 2)).toBeUndefined()
    expect(readNumber('-', 2)).toBeUndefined()
  })
})
