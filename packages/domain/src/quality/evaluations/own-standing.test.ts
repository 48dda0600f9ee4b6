import { describe, expect, test } from 'vitest'
import type { Rubric } from '../rubrics/rubric.ts'
import { ownStanding } from './own-standing.ts'

const rubric: Rubric = {
  title: '评审',
  criteria: [
    { key: 'a', title: '甲', kind: 'leaf', max: 6000 },
    { key: 'b', title: '乙', kind: 'leaf', max: 4000 },
    { key: 'v', title: '否决', kind: 'leaf', nature: 'veto' },
  ],
  missing: 'block',
  bands: [{ key: 'fail', title: '不合格', from: 0 }],
  method: 'mean',
  disagreement: { gap: 3000, passLine: 6000 },
}
const sheet = (id: string, a?: number, b?: number, v?: number) => ({
  id,
  scores: Object.fromEntries(Object.entries({ a, b, v }).filter(([, value]) => value !== undefined)) as Record<
    string,
    number
  >,
})

describe('how one expert scored', () => {
  test('no sheet gives no figure, never a zero', () => {
    expect(ownStanding(rubric, []).all).toEqual({ n: 0, mean: null, lowest: null, highest: null })
    const one = ownStanding(rubric, [sheet('1', 5000)])
    expect([one.all.n, one.sheets[0]]).toEqual([
      0,
      { id: '1', scored: 1, asked: 3, total: 5000, rank: null, tied: false },
    ])
  })

  test('only whole sheets count; equal ones share a place; the mean is rounded once', () => {
    const standing = ownStanding(rubric, [
      sheet('1', 5000, 3000, 0),
      sheet('2', 4000, 4000, 0),
      sheet('3', 6000, 4000, 100),
      sheet('4', 6000),
    ])
    expect(standing.all).toEqual({ n: 3, mean: 8667, lowest: 8000, highest: 10_000 })
    expect(standing.sheets.map(({ rank, tied }) => [rank, tied])).toEqual([
      [2, true],
      [2, true],
      [1, false],
      [null, false],
    ])
    expect(standing.criteria.map(({ key, mean }) => [key, mean])).toEqual([
      ['a', 5000],
      ['b', 3667],
    ])
  })
})
