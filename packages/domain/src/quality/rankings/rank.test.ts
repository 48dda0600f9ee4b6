import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromHundredths, rational } from '../rational.ts'
import { rankItems } from './rank.ts'

const at = (id: string, score: number, figures?: Record<string, number>) => ({
  id,
  score: fromHundredths(score),
  ...(figures ? { figures } : {}),
})
const effect = [{ rule: '效果得分', prefer: 'higher' as const }]

describe('rankItems', () => {
  it('shares a place and skips the next', () => {
    const { ranked, line } = rankItems([at('a', 9000), at('c', 8000), at('b', 8000), at('d', 7000)], {
      quota: null,
      tieBreak: [],
    })
    expect(ranked.map((r) => [r.id, r.place, r.tiedWith])).toEqual([
      ['a', 1, []],
      ['b', 2, ['c']],
      ['c', 2, ['b']],
      ['d', 4, []],
    ])
    expect(line).toBeNull()
  })

  it('leaves a tie at the quota line undecided and says how many seats are left', () => {
    const items = [at('a', 9000), at('b', 8000), at('c', 8000), at('d', 7000)]
    const { ranked, line } = rankItems(items, { quota: 2, tieBreak: [] })
    expect(ranked.map((r) => r.seat)).toEqual(['in', 'undecided', 'undecided', 'out'])
    expect(line).toEqual({ quota: 2, seatsLeft: 1, tied: ['b', 'c'], decidedBy: [] })
    expect(rankItems(items, { quota: 3, tieBreak: [] }).line).toEqual({
      quota: 3,
      seatsLeft: 0,
      tied: [],
      decidedBy: [],
    })
    expect(rankItems(items, { quota: 0, tieBreak: [] }).ranked.every((r) => r.seat === 'out')).toBe(true)
  })

  it('breaks a tie at the line by the rule and names it', () => {
    const items = [at('a', 9000, { 效果得分: 1 }), at('b', 8000, { 效果得分: 1 }), at('c', 8000, { 效果得分: 2 })]
    const { ranked, line } = rankItems(items, { quota: 2, tieBreak: effect })
    expect(ranked.map((r) => [r.id, r.place, r.seat, r.brokenBy])).toEqual([
      ['a', 1, 'in', []],
      ['c', 2, 'in', ['效果得分']],
      ['b', 3, 'out', ['效果得分']],
    ])
    expect(line).toEqual({ quota: 2, seatsLeft: 0, tied: [], decidedBy: ['效果得分'] })
  })

  it('does not use a rule that lacks a figure for one of the tied', () => {
    const { ranked } = rankItems([at('b', 8000), at('c', 8000, { 效果得分: 2 })], { quota: 1, tieBreak: effect })
    expect(ranked.map((r) => [r.place, r.seat, r.brokenBy])).toEqual([
      [1, 'undecided', []],
      [1, 'undecided', []],
    ])
  })

  it('ranks by the exact score and marks equal published ones', () => {
    const items = [
      { id: 'a', score: rational(80001, 1000) },
      { id: 'b', score: rational(80002, 1000) },
      { id: 'c', score: null },
    ]
    const { ranked, unranked } = rankItems(items, { quota: null, tieBreak: [] })
    expect(ranked.map((r) => [r.id, r.samePublished])).toEqual([
      ['b', true],
      ['a', true],
    ])
    expect(unranked).toEqual([{ id: 'c', reason: 'no_score' }])
    expect(rankItems([], { quota: 3, tieBreak: [] })).toEqual({
      ranked: [],
      unranked: [],
      line: { quota: 3, seatsLeft: 3, tied: [], decidedBy: [] },
    })
  })

  it('does not depend on the order of items', () => {
    const items = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1 }),
        score: fc.integer({ min: 0, max: 8 }).map((s) => rational(s, 3)),
        figures: fc.record({ 效果得分: fc.integer({ min: 0, max: 2 }) }),
      }),
      { selector: (i) => i.id, maxLength: 20 },
    )
    fc.assert(
      fc.property(items, fc.nat({ max: 20 }), (list, quota) => {
        const options = { quota, tieBreak: effect }
        const result = rankItems(list, options)
        expect(rankItems(list.toReversed(), options)).toEqual(result)
        expect(result.ranked.filter((r) => r.seat === 'in').length).toBeLessThanOrEqual(quota)
      }),
    )
  })
})
