import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonicalJson', () => {
  it('sorts members by code unit at every depth and keeps lists in order', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }, 3], 一: null, a: undefined, B: 'é"\n', 10: true, 9: -0 })).toBe(
      '{"10":true,"9":0,"B":"é\\"\\n","b":[{"a":2,"z":1},3],"一":null}',
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, undefined, () => 1, [undefined]])(
    'refuses what JSON cannot carry',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    },
  )

  it('is read back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
      }),
    )
  })
})
