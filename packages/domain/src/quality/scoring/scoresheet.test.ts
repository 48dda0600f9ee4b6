import { describe, expect, it } from 'vitest'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT, type Rubric } from '../rubrics/rubric.ts'
import { checkSheet, sheetTotal, VETO_RAISED } from './scoresheet.ts'

const rubric: Rubric = {
  title: '评分表',
  criteria: [
    { key: 'constructor', title: '设计', kind: 'leaf', max: 6000 },
    { key: 'b', title: '实施', kind: 'leaf', max: 4000 },
    { key: 'plus', title: '加分', kind: 'leaf', max: 500, nature: 'bonus' },
    { key: 'minus', title: '扣分', kind: 'leaf', max: 1000, nature: 'deduction' },
    { key: 'veto', title: '否决', kind: 'leaf', nature: 'veto' },
    { key: 'rate', title: '出勤', kind: 'leaf', max: 0, source: 'metric' },
  ],
  missing: 'block',
  bands: DEFAULT_BANDS,
  method: 'mean',
  disagreement: DEFAULT_DISAGREEMENT,
}
const full = { constructor: 6000, b: 3950, plus: 500, minus: 0, veto: 0 }

describe('checkSheet', () => {
  it('accepts a full sheet with half points', () => expect(checkSheet(rubric, full, { complete: true })).toEqual([]))

  it.each([
    ['b', 4050, 'out_of_range'],
    ['b', -50, 'out_of_range'],
    ['b', 3925, 'not_half_point'],
    ['b', 0.5, 'not_half_point'],
    ['b', Number.NaN, 'not_half_point'],
    ['b', Number.POSITIVE_INFINITY, 'not_half_point'],
    ['veto', 50, 'veto_is_yes_or_no'],
    ['rate', 0, 'unknown_criterion'],
    ['gone', 0, 'unknown_criterion'],
    ['a/b~c', 0, 'unknown_criterion'],
  ])('refuses %s = %d as %s', (key, value, problem) => {
    const pointer = `/scores/${key === 'a/b~c' ? 'a~1b~0c' : key}`
    expect(checkSheet(rubric, { ...full, [key]: value }, { complete: true })).toEqual([
      expect.objectContaining({ pointer, problem }),
    ])
  })

  it('asks for every leaf only when the sheet is to be complete, inherited members not counted', () => {
    expect(checkSheet(rubric, {}, { complete: false })).toEqual([])
    expect(checkSheet(rubric, {}, { complete: true }).map((p) => p.pointer)).toEqual(
      ['constructor', 'b', 'plus', 'minus', 'veto'].map((key) => `/scores/${key}`),
    )
  })
})

describe('sheetTotal', () => {
  it('adds, takes off and stays within the scale', () => {
    expect(sheetTotal(rubric, { ...full, minus: 950 })).toBe(9500)
    expect(sheetTotal(rubric, { ...full, b: 4000 })).toBe(10000)
    expect(sheetTotal(rubric, { minus: 1000 })).toBe(0)
    expect(sheetTotal(rubric, { ...full, plus: 0, veto: VETO_RAISED })).toBe(9950)
    expect(sheetTotal(rubric, {})).toBe(0)
  })
})
