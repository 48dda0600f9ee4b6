import { describe, expect, it } from 'vitest'
import { DEFAULT_DISAGREEMENT } from '../rubrics/rubric.ts'
import { findDisagreement, type GapSheet, openGaps } from './disagreement.ts'

describe('findDisagreement', () => {
  it.each([
    ['29.99 apart', [9000, 6001], 2999, false],
    ['30 apart', [9000, 6000], 3000, true],
    ['30.01 apart', [9001, 6000], 3001, true],
    ['both under the pass line', [5999, 2000], 3999, false],
    ['the upper at the pass line', [6000, 3000], 3000, true],
    ['the widest pair of several', [7000, 5000, 9000, 6000], 4000, true],
    ['equal', [8000, 8000], 0, false],
    ['one sheet', [8000], null, false],
    ['no sheet', [], null, false],
  ])('%s', (_, scores, gap, arbitration) => {
    expect(findDisagreement(scores, DEFAULT_DISAGREEMENT)).toEqual({ gap, arbitration })
  })
})

describe('openGaps', () => {
  const sheet = (item: string, total: number, seat: GapSheet['seat'] = 'regular'): GapSheet => ({ item, total, seat })
  const apart = [
    sheet('b', 9000),
    sheet('b', 6000),
    sheet('a', 9000),
    sheet('a', 5000),
    sheet('c', 8000),
    sheet('c', 7000),
  ]

  it('names the items that still call an expert, whatever the order of sheets', () => {
    const open = [
      { item: 'a', gap: 4000 },
      { item: 'b', gap: 3000 },
    ]
    expect(openGaps(apart, DEFAULT_DISAGREEMENT)).toEqual(open)
    expect(openGaps(apart.toReversed(), DEFAULT_DISAGREEMENT)).toEqual(open)
  })

  it('is settled by a sealed extra sheet, or by a reason of the office, and by nothing else', () => {
    expect(openGaps([...apart, sheet('a', 7000, 'extra')], DEFAULT_DISAGREEMENT, { b: '同一所学校' })).toEqual([])
    expect(openGaps([...apart, sheet('a', 7000)], DEFAULT_DISAGREEMENT, { c: '无关' })).toHaveLength(2)
  })
})
