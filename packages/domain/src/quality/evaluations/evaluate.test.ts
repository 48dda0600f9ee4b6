import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../canonical-json.ts'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT, METHODS, MISSING_RULES, type Rubric } from '../rubrics/rubric.ts'
import { type Derivation, type EvaluationInput, evaluate } from './evaluate.ts'

const rubric: Rubric = {
  title: '结项评价',
  criteria: [
    { key: 'plan', title: '方案', kind: 'leaf', max: 6000 },
    { key: 'rate', title: '出勤率', kind: 'leaf', max: 3000, source: 'metric', metric: 'attendance' },
    { key: 'visit', title: '实地检查', kind: 'leaf', max: 1000, source: 'inspection' },
    { key: 'plus', title: '加分', kind: 'leaf', max: 500, source: 'inspection', nature: 'bonus' },
    { key: 'minus', title: '扣分', kind: 'leaf', max: 1000, source: 'inspection', nature: 'deduction' },
    { key: 'ethics', title: '师德', kind: 'leaf', source: 'inspection', nature: 'veto' },
  ],
  missing: 'block',
  bands: DEFAULT_BANDS,
  method: 'mean',
  disagreement: DEFAULT_DISAGREEMENT,
}
const sheets = [5000, 5500, 5550].map((plan, i) => ({ rater: `r${i}`, scores: { plan } }))
const measured = { rate: 9235, visit: 900, plus: 0, minus: 0, ethics: 0 }
const base: EvaluationInput = { rubric, rubricVersion: 3, method: 'mean', sheets, measured }
const derive = (more: Partial<EvaluationInput> = {}): Derivation => {
  const result = evaluate({ ...base, ...more })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const problems = (more: Partial<EvaluationInput>) => {
  const result = evaluate({ ...base, ...more })
  return result.ok ? [] : result.refusal.map((p) => `${p.pointer} ${p.problem}`)
}

describe('evaluate', () => {
  it('keeps every figure exact and rounds the total once', () => {
    const d = derive()
    expect(d).toMatchObject({
      engine: 'quality/2',
      rubricVersion: 3,
      status: 'final',
      total: 9021,
      totalText: '90.21',
      band: 'excellent',
      totalExact: '18041/200',
      vetoes: [],
    })
    expect(d.leaves[0]).toMatchObject({ exact: '107/2', rounded: '53.50', variants: { median: '55', trimmed: null } })
    expect(d.leaves[1]).toMatchObject({ exact: '5541/200', measured: 9235 })
  })

  it('shows every method beside the official one', () => {
    expect(derive({ method: 'median' }).variants).toEqual([
      { method: 'mean', exact: '18041/200', total: 9021, reason: null },
      { method: 'median', exact: '18341/200', total: 9171, reason: null },
      { method: 'trimmed', exact: null, total: null, reason: 'fewer_than_5_sheets' },
      { method: 'severity_adjusted', exact: null, total: null, reason: 'not_calibrated' },
    ])
    expect(derive({ method: 'trimmed' })).toMatchObject({
      methodUsed: 'mean',
      fallback: 'fewer_than_5_sheets',
      total: 9021,
    })
  })

  it('takes known severities off the total', () => {
    const d = derive({ method: 'severity_adjusted', severities: { r0: '-3', r1: '1', r2: '1/2' } })
    expect(d).toMatchObject({
      methodUsed: 'severity_adjusted',
      fallback: null,
      steps: { severity: '1/2' },
      total: 9071,
    })
    expect(derive({ method: 'severity_adjusted', severities: { r0: '1' } })).toMatchObject({
      methodUsed: 'mean',
      fallback: 'not_calibrated',
    })
  })

  it('caps bonus and deduction and keeps the total on the scale', () => {
    const d = derive({ measured: { ...measured, plus: 9900, minus: 300 } })
    expect(d.leaves[3]).toMatchObject({ exact: '5', capped: true })
    expect(d).toMatchObject({ steps: { bonus: '5', deduction: '3', clamped: false }, total: 9221 })
    const full = [{ rater: 'a', scores: { plan: 6000 } }]
    expect(derive({ sheets: full, measured: { ...measured, rate: 10000, visit: 1000, plus: 500 } })).toMatchObject({
      total: 10000,
      steps: { raw: '105', clamped: true },
    })
    const none = [{ rater: 'a', scores: { plan: 0 } }]
    expect(derive({ sheets: none, measured: { ...measured, rate: 0, visit: 0, minus: 1000 } })).toMatchObject({
      total: 0,
      band: 'fail',
    })
  })

  it('forces the lowest band on a veto and keeps the total', () => {
    expect(derive({ measured: { ...measured, ethics: 100 } })).toMatchObject({
      total: 9021,
      band: 'fail',
      vetoes: ['ethics'],
    })
  })

  it.each([
    [1, false],
    [2, false],
    [3, true],
  ])('an experts veto by %i of 4 is raised: %s, and by any when the rubric says so', (n, raised) => {
    const veto = (vetoBy: 'any' | 'majority'): Rubric => ({
      ...rubric,
      criteria: [
        { key: 'a', title: 'a', kind: 'leaf', max: 10000 },
        { key: 'v', title: 'v', kind: 'leaf', nature: 'veto', vetoBy },
      ],
    })
    const votes = [0, 1, 2, 3].map((i) => ({ rater: `r${i}`, scores: { a: 9500, v: i < n ? 100 : 0 } }))
    expect(derive({ rubric: veto('majority'), sheets: votes, measured: {} }).vetoes).toEqual(raised ? ['v'] : [])
    expect(derive({ rubric: veto('any'), sheets: votes, measured: {} }).vetoes).toEqual(['v'])
  })

  describe('missing', () => {
    const absent = { ...measured, rate: null }
    it('blocks and names what is missing', () => {
      expect(derive({ measured: absent })).toMatchObject({
        status: 'blocked',
        blockedBy: ['rate'],
        total: null,
        totalText: null,
        band: null,
      })
      expect(derive({ sheets: [] })).toMatchObject({ status: 'blocked', blockedBy: ['plan'], total: null })
    })
    it('counts zero, and says so', () => {
      const d = derive({ rubric: { ...rubric, missing: 'zero' }, measured: absent })
      expect(d).toMatchObject({ status: 'final', total: 6250 })
      expect(d.leaves[1]?.state).toBe('missing_zero')
    })
    it('reweights what is there', () => {
      const d = derive({ rubric: { ...rubric, missing: 'reweight' }, measured: absent })
      expect(d).toMatchObject({ status: 'final', total: 8929, steps: { weightPresent: 7000, reweighted: '625/7' } })
      expect(d.leaves[1]?.state).toBe('missing_left_out')
    })
    it.each(MISSING_RULES)('never makes a total from nothing or clears an unjudged veto (%s)', (missing) => {
      const rule = { ...rubric, missing }
      expect(derive({ rubric: rule, sheets: [], measured: { ethics: 0 } })).toMatchObject({
        status: 'blocked',
        total: null,
      })
      expect(derive({ rubric: rule, measured: { ...measured, ethics: null } })).toMatchObject({
        status: 'blocked',
        blockedBy: ['ethics'],
      })
    })
  })

  it.each<[string, Partial<EvaluationInput>, string]>([
    [
      'an expert who scores twice',
      { sheets: [...sheets, { rater: 'r0', scores: { plan: 1000 } }] },
      '/sheets/3 rater_scored_twice',
    ],
    [
      'a criterion that is gone',
      { sheets: [{ rater: 'a', scores: { plan: 0, old: 0 } }] },
      '/sheets/0/scores/old unknown_criterion',
    ],
    ['an incomplete sheet', { sheets: [{ rater: 'a', scores: {} }] }, '/sheets/0/scores/plan required'],
    [
      'a measured figure for an expert leaf',
      { measured: { ...measured, plan: 1 } },
      '/measured/plan unknown_criterion',
    ],
    ['NaN', { measured: { ...measured, rate: Number.NaN } }, '/measured/rate out_of_range'],
    ['a negative figure', { measured: { ...measured, minus: -1 } }, '/measured/minus out_of_range'],
  ])('refuses %s', (_, more, problem) => expect(problems(more)).toEqual([problem]))

  // 18 of 60 points are 30 of 100; the rounding of 95.83 - 65.83 in doubles would fall just short.
  it.each([
    [6000, 4200, '30.00', true],
    [6000, 4250, '29.17', false],
    [5750, 3950, '30.00', true],
    [3550, 0, '59.17', false],
    [3600, 0, '60.00', true],
  ])('measures the gap of a 60-point part on 100 (%i, %i)', (high, low, gap, arbitration) => {
    const two = [high, low].map((plan, i) => ({ rater: `r${i}`, scores: { plan } }))
    expect(derive({ sheets: two })).toMatchObject({ gap, arbitration })
  })

  it('gives the same bytes in whatever order the input comes, and never leaves the range', () => {
    const half = (max: number) => fc.integer({ min: 0, max: max / 50 }).map((n) => n * 50)
    const input = fc.record({
      plans: fc.array(half(6000), { maxLength: 8 }),
      rate: fc.option(fc.integer({ min: 0, max: 15000 })),
      visit: fc.option(fc.integer({ min: 0, max: 1000 })),
      plus: fc.integer({ min: 0, max: 2000 }),
      minus: fc.integer({ min: 0, max: 2000 }),
      method: fc.constantFrom(...METHODS),
      missing: fc.constantFrom(...MISSING_RULES),
      severity: fc.integer({ min: -6000, max: 6000 }),
    })
    fc.assert(
      fc.property(input, ({ plans, rate, visit, plus, minus, method, missing, severity }) => {
        const list = plans.map((plan, i) => ({ rater: `r${i}`, scores: { plan } }))
        const severities = Object.fromEntries(list.map(({ rater }) => [rater, `${severity}/100`]))
        const more = {
          rubric: { ...rubric, missing },
          sheets: list,
          method,
          severities,
          measured: { rate, visit, plus, minus, ethics: 0 },
        }
        const d = derive(more)
        expect(
          canonicalJson(
            derive({ ...more, sheets: list.toReversed(), measured: { ethics: 0, minus, plus, visit, rate } }),
          ),
        ).toBe(canonicalJson(d))
        if (d.status === 'blocked') {
          expect(d.total).toBeNull()
          return
        }
        expect(d.total).toBeGreaterThanOrEqual(0)
        expect(d.total).toBeLessThanOrEqual(10000)
        expect(d.band).not.toBeNull()
        expect(d.variants.find((v) => v.method === d.methodUsed)).toMatchObject({ total: d.total, exact: d.totalExact })
      }),
    )
  })
})
