import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundHalfUp2, sum, toNumber } from '../rational.ts'
import { aggregatePanel } from './aggregate-panel.ts'
import type { PanelSheet } from './design.ts'
import { rankItems } from './rank.ts'
import { severityModel } from './severity.ts'

/** Every item scored by `size` of `raters`, in a rotation that keeps the design connected. */
function rotation(
  items: number,
  raters: number,
  size: number,
  score: (item: number, rater: number) => number,
): PanelSheet[] {
  return Array.from({ length: items }, (_, i) =>
    Array.from({ length: size }, (_, j) => {
      const r = (i + j) % raters
      return { item: `i${String(i).padStart(5, '0')}`, rater: `r${String(r).padStart(3, '0')}`, score: score(i, r) }
    }),
  ).flat()
}

const ranks = (sheets: PanelSheet[]) => {
  const { items } = aggregatePanel(sheets, { method: 'severity_adjusted' })
  const ranking = rankItems(
    items.map((i) => ({ id: i.item, score: i.official.value })),
    { quota: null, tieBreak: [] },
  )
  return ranking.ranked.map((r) => [r.id, r.place])
}

describe('severityModel', () => {
  it('finds one harsh and one lenient expert exactly and undoes what they did', () => {
    const effects = [-1000, 0, 0, 1000]
    const truth = (item: number) => 5000 + ((item * 37) % 40) * 50
    const sheets = rotation(12, 4, 3, (i, r) => truth(i) + (effects[r] ?? 0))
    const model = severityModel(sheets)
    expect(model.calibrated && model.raters.map((r) => roundHalfUp2(r.severity))).toEqual([
      '-10.00',
      '0.00',
      '0.00',
      '10.00',
    ])
    const { items } = aggregatePanel(sheets, { method: 'severity_adjusted' })
    expect(items.map((i) => i.official.value && roundHalfUp2(i.official.value))).toEqual(
      Array.from({ length: 12 }, (_, i) => (truth(i) / 100).toFixed(2)),
    )
    expect(items.every((i) => i.methodUsed === 'severity_adjusted')).toBe(true)
  })

  it('agrees between the exact and the iterative solution', () => {
    const noisy = (i: number, r: number) => 4000 + ((i * 7919 + r * 104729) % 5003)
    const few = rotation(60, 12, 5, noisy)
    const many = [...few, ...rotation(6, 1, 1, noisy).map((s, i) => ({ ...s, item: `i0000${i}`, rater: 'r999' }))]
    const exact = severityModel(few)
    const iterative = severityModel(many)
    expect(exact).toMatchObject({ calibrated: true, arithmetic: 'exact' })
    expect(iterative).toMatchObject({ calibrated: true, arithmetic: 'fixed_point' })
    if (!iterative.calibrated) return
    expect(toNumber(sum(iterative.raters.map((r) => r.severity)))).toBe(0)
    // Normal equations: for each rater the residuals sum to zero.
    const effect = new Map(iterative.raters.map((r) => [r.rater, toNumber(r.severity) * 100]))
    const adjusted = (s: PanelSheet) => s.score - (effect.get(s.rater) ?? 0)
    for (const { rater } of iterative.raters) {
      const residual = many
        .filter((s) => s.rater === rater)
        .map((s) => {
          const peers = many.filter((other) => other.item === s.item)
          return adjusted(s) - peers.reduce((all, p) => all + adjusted(p), 0) / peers.length
        })
      expect(Math.abs(residual.reduce((a, b) => a + b, 0))).toBeLessThan(1e-3)
    }
  })

  it.each<[string, PanelSheet[], string, string[]]>([
    ['no sheets', [], 'no_sheets', []],
    ['one rater', rotation(5, 1, 1, () => 1), 'one_rater', ['r000']],
    [
      'a rater with two sheets',
      [
        ...rotation(9, 3, 3, () => 1),
        { item: 'i00000', rater: 'x', score: 1 },
        { item: 'i00001', rater: 'x', score: 1 },
      ],
      'too_few_sheets_per_rater',
      ['x'],
    ],
    [
      'two islands',
      [
        ...rotation(4, 2, 2, () => 1),
        ...rotation(4, 2, 2, () => 1).map((s) => ({ ...s, item: `x${s.item}`, rater: `x${s.rater}` })),
      ],
      'not_connected',
      [],
    ],
  ])('is not calibrated with %s', (_, sheets, reason, raters) => {
    expect(severityModel(sheets)).toEqual({ calibrated: false, reason, raters })
  })

  it('is calibrated from three compared sheets', () => {
    expect(severityModel(rotation(3, 2, 2, (i, r) => i * 100 + r)).calibrated).toBe(true)
    expect(severityModel(rotation(2, 2, 2, (i, r) => i * 100 + r)).calibrated).toBe(false)
  })

  it('ranks the same after a constant shift of one rater, and after any permutation', () => {
    const design = fc.record({
      raters: fc.integer({ min: 3, max: 18 }),
      size: fc.integer({ min: 2, max: 3 }),
      scores: fc.array(fc.integer({ min: 2000, max: 8000 }), { minLength: 60, maxLength: 60 }),
      who: fc.nat(),
      shift: fc.integer({ min: -2000, max: 2000 }),
      order: fc.array(fc.nat(), { minLength: 200, maxLength: 200 }),
    })
    fc.assert(
      fc.property(design, ({ raters, size, scores, who, shift, order }) => {
        const sheets = rotation(raters * 3, raters, size, (i, r) => scores[(i * 13 + r * 7) % 60] ?? 0)
        const rater = `r${String(who % raters).padStart(3, '0')}`
        const before = ranks(sheets)
        expect(ranks(sheets.map((s) => (s.rater === rater ? { ...s, score: s.score + shift } : s)))).toEqual(before)
        const shuffled = sheets.map((s, i) => ({ s, k: order[i] ?? 0 })).sort((a, b) => a.k - b.k)
        expect(
          aggregatePanel(
            shuffled.map(({ s }) => s),
            { method: 'severity_adjusted' },
          ).severity,
        ).toEqual(severityModel(sheets))
      }),
      { numRuns: 60 },
    )
  })
})
