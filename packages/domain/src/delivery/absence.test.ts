import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesToSpare, missedTooMuch } from './absence.ts'

const FIFTH = [1, 5] as const

describe('absence of one fifth or more', () => {
  it.each([
    ['one minute below', 2400, 1921, false],
    ['exactly one fifth', 2400, 1920, true],
    ['one minute above', 2400, 1919, true],
    ['nothing missed', 2400, 2400, false],
    ['never there', 2400, 0, true],
    ['a total that five does not divide, below: 466 of 2333', 2333, 1867, false],
    ['a total that five does not divide, above: 467 of 2333', 2333, 1866, true],
    ['nothing was due', 0, 0, false],
    ['a single minute', 1, 0, true],
  ])('%s', (_, due, attended, lost) => expect(missedTooMuch({ due, attended }, FIFTH)).toBe(lost))
})

it.each([
  [[1, 3] as const, 900, 601, false],
  [[1, 3] as const, 900, 600, true],
  [[1, 3] as const, 901, 601, false],
  [[1, 3] as const, 901, 600, true],
  [[1, 1] as const, 60, 1, false],
  [[1, 1] as const, 60, 0, true],
])('the share is the bureau’s: %j of %i, %i attended', (share, due, attended, lost) =>
  expect(missedTooMuch({ due, attended }, share)).toBe(lost),
)

it('what is to spare is the last minute before credit is lost', () => {
  const share = fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), share, (due, missed, [n, d]) => {
      fc.pre(missed <= due)
      const spare = minutesToSpare({ due, attended: due - missed }, [n, d])
      expect(missedTooMuch({ due, attended: due - missed }, [n, d])).toBe(spare < 0)
      if (spare >= 0 && missed + spare <= due)
        expect(missedTooMuch({ due, attended: due - missed - spare }, [n, d])).toBe(false)
      if (spare >= 0 && missed + spare + 1 <= due)
        expect(missedTooMuch({ due, attended: due - missed - spare - 1 }, [n, d])).toBe(true)
    }),
  )
})
