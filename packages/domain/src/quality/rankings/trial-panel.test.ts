import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { METHODS } from '../rubrics/rubric.ts'
import { type TrialInput, trialPanel } from './trial-panel.ts'

const grid = (rows: number[][]) =>
  rows.flatMap((row, i) => row.map((score, r) => ({ item: `项目${i + 1}`, rater: `专家${r + 1}`, score })))
const answer = (input: TrialInput) => {
  const result = trialPanel(input)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

describe('trialPanel', () => {
  it('answers the shape of the address with figures of two decimals', () => {
    const value = answer({
      sheets: grid([
        [90, 80.5, 70],
        [60, 50.5, 40],
        [75, 65.5, 55],
      ]),
      method: 'severity_adjusted',
    })
    expect(value.items[0]).toEqual({
      item: '项目1',
      score: 80.17,
      mean: 80.17,
      median: 80.5,
      trimmed: null,
      severity_adjusted: 80.17,
      n: 3,
      gap: 20,
      arbitration: false,
      rank: 1,
      places: { mean: 1, median: 1, trimmed: null, severity_adjusted: 1 },
      method_used: 'severity_adjusted',
      reasons: { trimmed: 'fewer_than_5_sheets' },
    })
    expect(value.raters).toEqual([
      { rater: '专家1', severity: 9.83, reason: null, n: 3, mean: 75, lean: 14.75, from: 9.83, to: 9.83 },
      { rater: '专家2', severity: 0.33, reason: null, n: 3, mean: 65.5, lean: 0.5, from: 0.33, to: 0.33 },
      { rater: '专家3', severity: -10.17, reason: null, n: 3, mean: 55, lean: -15.25, from: -10.17, to: -10.17 },
    ])
    expect(value).toMatchObject({
      calibrated: true,
      reason: null,
      reliability: { icc: { '3,1': 1 }, reasons: { icc: {}, alpha: {} } },
    })
    expect(Object.keys(value.reliability.icc)).toHaveLength(6)
    expect(Object.keys(value.reliability.alpha)).toEqual(['nominal', 'ordinal', 'interval', 'ratio'])
  })

  it('says why it is not calibrated and gives the mean', () => {
    const value = answer({ sheets: grid([[90, 60]]), method: 'severity_adjusted' })
    expect(value).toMatchObject({ calibrated: false, reason: 'too_few_sheets_per_rater' })
    expect(value.items[0]).toMatchObject({
      score: 75,
      severity_adjusted: null,
      method_used: 'mean',
      gap: 30,
      arbitration: true,
      reasons: { severity_adjusted: 'too_few_sheets_per_rater' },
    })
    expect(value.raters).toEqual(
      [
        ['专家1', 90, 30],
        ['专家2', 60, -30],
      ].map(([rater, mean, lean]) => ({
        ...{ rater, mean, lean, n: 1, severity: null, from: null, to: null },
        reason: 'too_few_sheets_per_rater',
      })),
    )
    expect(value.reliability.reasons.icc['1,1']).toBe('one_item')
  })

  it.each<[string, TrialInput['sheets'], { pointer: string; problem: string }]>([
    ['no sheets', [], { pointer: '/sheets', problem: 'required' }],
    [
      'a rater who scores twice',
      [...grid([[1, 2]]), { item: '项目1', rater: '专家1', score: 3 }],
      { pointer: '/sheets/2', problem: 'rater_scored_twice' },
    ],
    ['100.01', grid([[100.01]]), { pointer: '/sheets/0/score', problem: 'out_of_range' }],
    ['below zero', grid([[-0.01]]), { pointer: '/sheets/0/score', problem: 'out_of_range' }],
    ['NaN', grid([[Number.NaN]]), { pointer: '/sheets/0/score', problem: 'out_of_range' }],
    ['three decimals', grid([[80.125]]), { pointer: '/sheets/0/score', problem: 'too_many_decimals' }],
    ['no name', [{ item: ' ', rater: 'a', score: 1 }], { pointer: '/sheets/0/item', problem: 'required' }],
  ])('refuses %s', (_, sheets, problem) => {
    expect(trialPanel({ sheets, method: 'mean' })).toMatchObject({ ok: false, refusal: [problem] })
  })

  it('reads decimals as they are written', () => {
    expect(answer({ sheets: grid([[1.15, 8.05, 92.35]]), method: 'median' }).items[0]).toMatchObject({
      median: 8.05,
      gap: 91.2,
    })
  })

  it('never holds NaN, never leaves the scale, and is deaf to the order of sheets', () => {
    const sheet = fc.record({
      item: fc.constantFrom('a', 'b', 'c', 'd'),
      rater: fc.constantFrom('x', 'y', 'z', 'u', 'v', 'w'),
      score: fc.integer({ min: 0, max: 200 }).map((s) => s / 2),
    })
    const sheets = fc.uniqueArray(sheet, { selector: (s) => s.item + s.rater, minLength: 1, maxLength: 24 })
    fc.assert(
      fc.property(sheets, fc.constantFrom(...METHODS), (list, method) => {
        const value = answer({ sheets: list, method })
        expect(answer({ sheets: list.toReversed(), method })).toEqual(value)
        const numbers = (node: unknown): number[] =>
          typeof node === 'number'
            ? [node]
            : node && typeof node === 'object'
              ? Object.values(node).flatMap(numbers)
              : []
        expect(numbers(value).every(Number.isFinite)).toBe(true)
        for (const item of value.items) {
          expect(item.score).toBeGreaterThanOrEqual(0)
          expect(item.score).toBeLessThanOrEqual(100)
          for (const key of ['mean', 'median', 'trimmed', 'severity_adjusted'] as const)
            expect(item[key] === null).toBe(item.reasons[key] !== undefined)
        }
      }),
    )
  })
})
