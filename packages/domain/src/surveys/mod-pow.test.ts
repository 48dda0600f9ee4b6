import { describe, expect, it } from 'vitest'
import { fromBytes, modInverse, modPow, toBytes } from './mod-pow.ts'

describe('modular arithmetic', () => {
  it.each([
    [2n, 10n, 1000n, 24n],
    [3n, 0n, 7n, 1n],
    [5n, 3n, 1n, 0n],
    [123_456_789n, 987_654_321n, 1_000_000_007n, 652_541_198n],
  ])('%i ^ %i mod %i is %i', (base, exponent, modulus, result) => {
    expect(modPow(base, exponent, modulus)).toBe(result)
  })
  it('inverts what has no common factor, and nothing else', () => {
    for (let n = 1n; n < 97n; n++) expect((n * (modInverse(n, 97n) ?? 0n)) % 97n).toBe(1n)
    expect(modInverse(6n, 9n)).toBeNull()
    expect(modInverse(0n, 9n)).toBeNull()
  })
  it('turns numbers into bytes and back', () => {
    expect([...toBytes(0x01_02_03n, 5)]).toEqual([0, 0, 1, 2, 3])
    expect(fromBytes(Uint8Array.of(0, 0, 1, 2, 3))).toBe(0x01_02_03n)
    expect(() => toBytes(256n, 1)).toThrow(RangeError)
  })
})
