import { describe, expect, it } from 'vitest'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT, type Rubric } from '../rubrics/rubric.ts'
import { derive, drawnRaters, raterNumber, sealedSheetsText } from './evaluation-inputs.ts'

const rubric: Rubric = {
  title: '评审',
  criteria: [{ key: 'plan', title: '方案', kind: 'leaf', max: 10000 }],
  missing: 'block',
  bands: DEFAULT_BANDS,
  method: 'mean',
  disagreement: DEFAULT_DISAGREEMENT,
}
const given = { rubric, rubricVersion: 'rub/1', method: 'severity_adjusted' } as const
const sheets = [
  { rater: 'exp_old', scores: { plan: 8000 } },
  { rater: 'exp_new', scores: { plan: 9000 } },
]

describe('derive', () => {
  it('names raters by drawn number when the inputs keep the draw, and by id when they do not', () => {
    const numbered = derive({ sheets, measured: {}, raters: ['exp_new', 'exp_old'] }, given)
    if (!numbered.ok) throw new Error('refused')
    expect(numbered.value.sheets).toEqual([
      { rater: '01', total: 9000 },
      { rater: '02', total: 8000 },
    ])
    expect(JSON.stringify(numbered.value)).not.toContain('exp_')
    const plain = derive({ sheets, measured: {} }, given)
    expect(plain.ok && plain.value.sheets.map((sheet) => sheet.rater)).toEqual(['exp_new', 'exp_old'])
  })

  it('uses the severities of its own raters only and gives the same total under numbers and under ids', () => {
    const severities = { exp_old: '-3', exp_new: '3', exp_elsewhere: '1' }
    const numbered = derive({ sheets, measured: {}, severities, raters: ['exp_new', 'exp_old'] }, given)
    if (!numbered.ok) throw new Error('refused')
    expect(numbered.value.severities).toEqual([
      { rater: '01', severity: '3' },
      { rater: '02', severity: '-3' },
    ])
    expect(numbered.value).toMatchObject({ methodUsed: 'severity_adjusted', total: 8500 })
    const plain = derive({ sheets, measured: {}, severities }, given)
    expect(plain.ok && plain.value.total).toBe(8500)
  })

  it('still finds an expert who scores twice behind the numbers', () => {
    const twice = [...sheets, { rater: 'exp_old', scores: { plan: 8000 } }]
    const made = derive({ sheets: twice, measured: {}, raters: drawnRaters(['exp_old', 'exp_new'], 'app_1') }, given)
    expect(made).toEqual({ ok: false, refusal: [{ pointer: '/sheets/2', problem: 'rater_scored_twice' }] })
  })
})

describe('drawnRaters', () => {
  it('is the same whatever order they come in, and differs between subjects', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    expect(drawnRaters(ids, 'app_1')).toEqual(drawnRaters(ids.toReversed(), 'app_1'))
    const orders = new Set(['app_1', 'app_2', 'app_3', 'app_4'].map((subject) => drawnRaters(ids, subject).join()))
    expect(orders.size).toBeGreaterThan(1)
  })

  it('numbers sort as text', () => {
    expect([8, 9, 10].map(raterNumber)).toEqual(['09', '10', '11'])
  })
})

it('spells the sealed sheets of a panel in one way', () => {
  const rows = [
    { item: 'app_2', rater: 'a', scores: { x: 1 } },
    { item: 'app_1', rater: 'b', scores: { x: 2, a: 3 } },
    { item: 'app_1', rater: 'a', scores: { x: 3 } },
  ]
  expect(sealedSheetsText(rows)).toBe('[["app_1","a",{"x":3}],["app_1","b",{"a":3,"x":2}],["app_2","a",{"x":1}]]')
  expect(sealedSheetsText(rows.toReversed())).toBe(sealedSheetsText(rows))
})
