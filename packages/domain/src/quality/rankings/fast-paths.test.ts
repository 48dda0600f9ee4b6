import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rational, toHundredths } from '../rational.ts'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT, expertLeaves, type Rubric } from '../rubrics/rubric.ts'
import { ownScore, totalOver } from '../scoring/scoresheet.ts'
import { aggregateItem } from './aggregate.ts'
import { designOf } from './design.ts'

/** The plain way of each calculation that goes a faster one: the same results, digit by digit. */
function plainGcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : plainGcd(b, a % b)
}

const EDGE = BigInt(Number.MAX_SAFE_INTEGER)
const whole = fc.oneof(
  fc.bigInt({ min: -(2n ** 120n), max: 2n ** 120n }),
  fc.bigInt({ min: EDGE - 3n, max: EDGE + 3n }),
  fc.bigInt({ min: 2n ** 45n - 3n, max: 2n ** 45n + 3n }),
  fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
)
const positive = whole.map((n) => (n < 0n ? -n : n) + 1n)

describe('fractions', () => {
  it('are in lowest terms however large, and the same from numbers as from whole numbers without end', () => {
    fc.assert(
      fc.property(whole, positive, (num, den) => {
        const divisor = plainGcd(num < 0n ? -num : num, den)
        const expected = { num: num / divisor, den: den / divisor }
        expect(rational(num, den)).toEqual(expected)
        const safe = Number.isSafeInteger(Number(num)) && Number.isSafeInteger(Number(den))
        if (safe && BigInt(Number(num)) === num) expect(rational(Number(num), Number(den))).toEqual(expected)
      }),
      { numRuns: 3000 },
    )
  })

  it('round to hundredths as in whole numbers, a half up', () => {
    fc.assert(
      fc.property(whole, positive, (num, den) => {
        const r = rational(num, den)
        const magnitude = r.num < 0n ? -r.num : r.num
        const rounded = Number((2n * magnitude * 100n + r.den) / (2n * r.den))
        expect(toHundredths(r)).toBe(r.num < 0n && rounded !== 0 ? -rounded : rounded)
      }),
      { numRuns: 3000 },
    )
    expect(toHundredths(rational(2n ** 45n - 1n, 1n))).toBe(Number((2n ** 45n - 1n) * 100n))
  })
})

describe('a design', () => {
  it('has its rows in the order of item, rater and score, whatever the order they came in', () => {
    const name = fc.constantFrom('a', 'b', 'c', '专家', '甲', 'constructor')
    const sheet = fc.record({ item: name, rater: name, score: fc.integer({ min: 0, max: 10_000 }) })
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 40 }), (sheets) => {
        const items = [...new Set(sheets.map((one) => one.item))].sort()
        const raters = [...new Set(sheets.map((one) => one.rater))].sort()
        const rows = sheets
          .map((one) => [items.indexOf(one.item), raters.indexOf(one.rater), one.score] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
        const design = designOf(sheets)
        expect([design.items, design.raters]).toEqual([items, raters])
        expect([...design.item]).toEqual(rows.map(([item]) => item))
        expect([...design.rater]).toEqual(rows.map(([, rater]) => rater))
        expect([...design.score]).toEqual(rows.map(([, , score]) => score))
        expect([...design.itemSize]).toEqual(items.map((item) => sheets.filter((one) => one.item === item).length))
      }),
    )
  })
})

describe('a sheet', () => {
  const natures = ['score', 'bonus', 'deduction', 'veto'] as const
  const keys = ['k1', 'constructor', 'toString', 'k4', 'hasOwnProperty']
  const rubric: Rubric = {
    title: 't',
    criteria: keys.map((key, n) => ({ key, title: key, kind: 'leaf', max: 2000, nature: natures[n % 4] })),
    missing: 'zero',
    bands: DEFAULT_BANDS,
    method: 'mean',
    disagreement: DEFAULT_DISAGREEMENT,
  }
  it('is summed over its own scores alone, though a key may be the name of something inherited', () => {
    const scores = fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 0, max: 2000 }))
    fc.assert(
      fc.property(scores, (given) => {
        const asked = expertLeaves(rubric)
        const plain = asked.reduce((all, { key, nature }) => {
          const value = ownScore(given, key) ?? 0
          return nature === 'deduction' ? all - value : nature === 'veto' ? all : all + value
        }, 0)
        expect(totalOver(asked, given)).toBe(Math.min(Math.max(plain, 0), 10_000))
      }),
    )
  })

  it('of an expert who scores twice is found in a panel of any size', () => {
    const raters = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 24 })
    fc.assert(
      fc.property(raters, (numbers) => {
        const sheets = numbers.map((n) => ({ rater: `r${n}`, score: 8000 }))
        const twice = new Set(numbers).size !== numbers.length
        expect(aggregateItem(sheets, 'mean').mean.reason === 'rater_scored_twice').toBe(twice)
      }),
    )
  })
})
