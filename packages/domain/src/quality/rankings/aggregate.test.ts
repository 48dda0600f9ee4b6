import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromHundredths, roundHalfUp2, toHundredths } from '../rational.ts'
import { METHODS } from '../rubrics/rubric.ts'
import { aggregateItem } from './aggregate.ts'

const panel = (...scores: number[]) => scores.map((score, i) => ({ rater: `r${i}`, score }))
const show = (figure: { value: Parameters<typeof roundHalfUp2>[0] | null }) =>
  figure.value ? roundHalfUp2(figure.value) : null
const score = fc.integer({ min: 0, max: 10000 })

describe('aggregateItem', () => {
  it('stores all variants side by side', () => {
    const result = aggregateItem(panel(9000, 8000, 8550, 4000, 8600), 'trimmed')
    expect([show(result.mean), show(result.median), show(result.trimmed)]).toEqual(['76.30', '85.50', '83.83'])
    expect(result.official).toEqual(result.trimmed)
    expect(result).toMatchObject({ methodUsed: 'trimmed', fallback: null, n: 5, gap: 5000, arbitration: true })
  })

  it('refuses to trim four sheets and trims five', () => {
    expect(aggregateItem(panel(1, 2, 3, 4), 'trimmed')).toMatchObject({
      methodUsed: 'mean',
      fallback: 'fewer_than_5_sheets',
      trimmed: { value: null },
    })
    expect(aggregateItem(panel(1, 2, 3, 4, 5), 'trimmed').methodUsed).toBe('trimmed')
  })

  it('answers no sheets and a rater who scores twice with a reason', () => {
    expect(aggregateItem([], 'mean')).toMatchObject({
      official: { value: null, reason: 'no_sheets' },
      methodUsed: null,
      gap: null,
      arbitration: false,
    })
    const twice = aggregateItem(
      [
        { rater: 'a', score: 1 },
        { rater: 'a', score: 9000 },
      ],
      'median',
    )
    expect(twice).toMatchObject({
      official: { value: null, reason: 'rater_scored_twice' },
      methodUsed: null,
      arbitration: false,
    })
  })

  it('falls back to the mean and says so when not calibrated', () => {
    expect(aggregateItem(panel(8000, 9000), 'severity_adjusted', { severities: 'not_connected' })).toMatchObject({
      methodUsed: 'mean',
      fallback: 'not_connected',
    })
    expect(aggregateItem(panel(8000, 9000), 'severity_adjusted')).toMatchObject({
      methodUsed: 'mean',
      fallback: 'not_calibrated',
    })
  })

  it('takes the severities of those who scored out of the mean', () => {
    const severities = new Map([
      ['r0', fromHundredths(-500)],
      ['r1', fromHundredths(100)],
    ])
    expect(show(aggregateItem(panel(7000, 8000), 'severity_adjusted', { severities }).official)).toBe('77.00')
  })

  it('does not depend on the order of sheets and never leaves the range', () => {
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...METHODS),
        fc.nat(),
        (scores, method, turn) => {
          const sheets = panel(...scores)
          const result = aggregateItem(sheets, method)
          const cut = turn % sheets.length
          expect(aggregateItem([...sheets.slice(cut), ...sheets.slice(0, cut)].toReversed(), method)).toEqual(result)
          const total = result.official.value ? toHundredths(result.official.value) : -1
          expect(total).toBeGreaterThanOrEqual(Math.min(...scores))
          expect(total).toBeLessThanOrEqual(Math.max(...scores))
        },
      ),
    )
  })

  it('trimmed equals mean when all agree', () => {
    fc.assert(
      fc.property(score, fc.integer({ min: 5, max: 15 }), (value, n) => {
        const result = aggregateItem(panel(...Array.from({ length: n }, () => value)), 'trimmed')
        expect(result.trimmed).toEqual(result.mean)
        expect(result.median).toEqual(result.mean)
      }),
    )
  })
})
