import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EvaluationInput, evaluate } from '../evaluations/evaluate.ts'
import { formatRational } from '../rational.ts'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT, METHODS, type Rubric } from '../rubrics/rubric.ts'
import { aggregateItem } from './aggregate.ts'

const rubric: Rubric = {
  title: '申报评审',
  criteria: [
    { key: 'need', title: '需求', kind: 'leaf', max: 5000 },
    { key: 'plan', title: '方案', kind: 'leaf', max: 5000 },
    { key: 'plus', title: '特色', kind: 'leaf', max: 500, nature: 'bonus' },
    { key: 'minus', title: '材料', kind: 'leaf', max: 500, nature: 'deduction' },
  ],
  missing: 'block',
  bands: DEFAULT_BANDS,
  method: 'median',
  disagreement: DEFAULT_DISAGREEMENT,
}
const sheets = (...rows: [need: number, plan: number, plus?: number, minus?: number][]) =>
  rows.map(([need, plan, plus = 0, minus = 0], n) => ({ rater: `r${n}`, scores: { need, plan, plus, minus } }))
const input = (more: Partial<EvaluationInput>): EvaluationInput => ({
  rubric,
  rubricVersion: 1,
  method: 'median',
  measured: {},
  sheets: [],
  ...more,
})
const derive = (...given: Parameters<typeof evaluate>) => {
  const result = evaluate(...given)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
// the medians of the leaves come from different experts: 30 + 30 = 60, while the middle sheet has 50 points
const crossed = sheets([1000, 4000], [3000, 1000], [4000, 3000])

describe('a method over whole sheets', () => {
  it('takes the middle sheet, and says in one step what that is beside the mean of the leaves', () => {
    const found = derive(input({ sheets: crossed }))
    expect(found).toMatchObject({ engine: 'quality/2', methodUsed: 'median', total: 5000, totalExact: '50' })
    expect(found.leaves[0]).toMatchObject({ methodUsed: 'mean', exact: '80/3' })
    expect(found.steps).toMatchObject({ ordinary: '160/3', method: '-10/3', raw: '50' })
  })

  it('leaves what an earlier engine stored as it was: leaf by leaf, without the step', () => {
    const found = derive(input({ sheets: crossed }), 'quality/1')
    expect(found).toMatchObject({
      engine: 'quality/1',
      total: 6000,
      leaves: [{ exact: '30' }, { exact: '30' }, {}, {}],
    })
    expect(Object.keys(found.steps)).toEqual([
      'ordinary',
      'weightPresent',
      'reweighted',
      'severity',
      'bonus',
      'deduction',
      'raw',
      'clamped',
    ])
  })

  it('drops one whole sheet at either end', () => {
    const five = sheets([1000, 1000], [2000, 2000], [3000, 3000], [4000, 4000], [5000, 5000, 0, 500])
    expect(derive(input({ method: 'trimmed', sheets: five })).total).toBe(6000)
  })

  it('falls back to the mean where a sheet was not scored whole, and says so', () => {
    const loose = { ...rubric, missing: 'zero' as const }
    const gaps = [...crossed.slice(0, 2), { rater: 'r9', scores: { need: 4000 } }]
    const found = derive(input({ rubric: loose, sheets: gaps }))
    expect(found).toMatchObject({ methodUsed: 'mean', fallback: 'sheets_incomplete' })
    expect(found.variants.find(({ method }) => method === 'median')).toMatchObject({ reason: 'sheets_incomplete' })
  })

  it('gives what the ranking gives under every method', () => {
    const halves = (most: number) => fc.integer({ min: 0, max: most / 50 }).map((n) => n * 50)
    const row = fc.tuple(halves(5000), halves(5000), halves(500), halves(500))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 7 }), fc.constantFrom(...METHODS), (rows, method) => {
        const given = sheets(...rows)
        const scores = given.map(({ rater, scores: s }) => ({ rater, score: s.need + s.plan + s.plus - s.minus }))
        const ranked = aggregateItem(scores, method)
        const { steps, methodUsed } = derive(input({ method, sheets: given }))
        expect(steps.raw).toBe(ranked.official.value && formatRational(ranked.official.value))
        expect(methodUsed).toBe(ranked.methodUsed)
      }),
    )
  })
})
