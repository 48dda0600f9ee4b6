import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PanelSheet } from '../rankings/design.ts'
import { reliability } from './reliability.ts'

const table = (rows: (number | null)[][]): PanelSheet[] =>
  rows.flatMap((row, i) =>
    row.flatMap((score, r) =>
      score === null ? [] : [{ item: `i${String(i).padStart(2, '0')}`, rater: `r${r}`, score }],
    ),
  )

const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]
const _ = null
const KRIPPENDORFF = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
const transposed = (rows: (number | null)[][]) => (rows[0] ?? []).map((_cell, c) => rows.map((row) => row[c] ?? null))
const values = (report: Record<string, { value: number | null }>, digits: number) =>
  Object.fromEntries(
    Object.entries(report).map(([k, s]) => [k, s.value === null ? null : Number(s.value.toFixed(digits))]),
  )
const reasons = (report: Record<string, { reason: string | null }>) => [
  ...new Set(Object.values(report).map((s) => s.reason)),
]

describe('reliability', () => {
  it('gives the figures of Shrout & Fleiss 1979, table 4', () => {
    expect(values(reliability(table(SHROUT_FLEISS)).icc, 2)).toEqual({
      '1,1': 0.17,
      '2,1': 0.29,
      '3,1': 0.71,
      '1,k': 0.44,
      '2,k': 0.62,
      '3,k': 0.91,
    })
  })

  it('gives the intervals that other programs print for that table', () =>
    expect(reliability(table(SHROUT_FLEISS)).interval).toEqual({
      '1,1': { low: expect.closeTo(-0.133, 3), high: expect.closeTo(0.723, 3) },
      '2,1': { low: expect.closeTo(0.019, 3), high: expect.closeTo(0.761, 3) },
      '3,1': { low: expect.closeTo(0.3425, 3), high: expect.closeTo(0.946, 3) },
      '1,k': { low: expect.closeTo(-0.884, 3), high: expect.closeTo(0.912, 3) },
      '2,k': { low: expect.closeTo(0.071, 3), high: expect.closeTo(0.927, 3) },
      '3,k': { low: expect.closeTo(0.676, 3), high: expect.closeTo(0.986, 3) },
    }))

  it('gives no one-way interval of unequal panels, and none where nothing is left to err', () => {
    expect(reliability(table([...SHROUT_FLEISS, [5, _, 5, _]])).interval['1,1']).toBeNull()
    const agreeing = reliability(
      table([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    )
    expect([agreeing.icc['3,1'].value, agreeing.interval['3,1'], agreeing.interval['2,1']]).toEqual([1, null, null])
  })

  it('gives the figures of Krippendorff 2011, four observers and twelve units', () => {
    expect(values(reliability(table(transposed(KRIPPENDORFF))).alpha, 3)).toEqual({
      nominal: 0.743,
      ordinal: 0.815,
      interval: 0.849,
      ratio: 0.797,
    })
  })

  it.each<[string, (number | null)[][], string, string]>([
    ['no sheets', [], 'no_sheets', 'no_sheets'],
    ['one rater', [[1], [2], [3]], 'one_rater', 'no_pairs'],
    [
      'all equal',
      [
        [7, 7],
        [7, 7],
        [7, 7],
      ],
      'no_variance',
      'no_variance',
    ],
    [
      'nobody scored the same item',
      [
        [1, _],
        [_, 2],
      ],
      'not_crossed',
      'no_pairs',
    ],
  ])('is null with a reason for %s', (_name, rows, icc, alpha) => {
    const report = reliability(table(rows))
    expect(reasons(report.icc)).toEqual([icc])
    expect(reasons(report.alpha)).toEqual([alpha])
  })

  it('says one_item for a single item, where alpha still stands', () => {
    const report = reliability(table([[1, 2]]))
    expect(reasons(report.icc)).toEqual(['one_item'])
    expect(report.alpha.interval.value).toBe(0)
  })

  it('has no ratio alpha below zero and no -k coefficient without differences between items', () => {
    expect(
      reliability(
        table([
          [-1, 2],
          [3, 4],
        ]),
      ).alpha.ratio.reason,
    ).toBe('negative_ratio_scale')
    const report = reliability(
      table([
        [1, 3],
        [3, 1],
      ]),
    )
    expect([report.icc['1,k'].reason, report.icc['3,k'].reason]).toEqual(['no_variance', 'no_variance'])
    expect(report.icc['1,1'].value).toBe(-1)
  })

  it('uses the items every rater scored for the two-way forms and all pairs for the one-way forms', () => {
    const report = reliability(table([...SHROUT_FLEISS, [5, _, 5, _], [9, _, _, _]]))
    expect(values(report.icc, 2)).toMatchObject({ '2,1': 0.29, '3,1': 0.71, '2,k': 0.62, '3,k': 0.91 })
    expect(report).toMatchObject({ oneWay: { items: 7 }, twoWay: { items: 6, raters: 4 } })
    expect(report.icc['1,1'].value).not.toBeCloseTo(0.1657, 3)
  })

  it('is permutation-free, never NaN, and unmoved by shift and scale where theory says so', () => {
    const rows = fc.integer({ min: 2, max: 5 }).chain((k) =>
      fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 10000 })), { minLength: k, maxLength: k }), {
        maxLength: 8,
      }),
    )
    fc.assert(
      fc.property(rows, (data) => {
        const sheets = table(data)
        const report = reliability(sheets)
        expect(reliability(sheets.toReversed())).toEqual(report)
        for (const s of [...Object.values(report.icc), ...Object.values(report.alpha)]) {
          expect(s.value === null ? typeof s.reason : Number.isFinite(s.value)).toBe(s.value === null ? 'string' : true)
        }
        const moved = reliability(sheets.map((s) => ({ ...s, score: 3 * s.score + 100 })))
        expect(moved.icc).toEqual(report.icc)
        expect(moved.alpha.interval).toEqual(report.alpha.interval)
        expect(moved.alpha.ordinal).toEqual(report.alpha.ordinal)
      }),
    )
  })
})
