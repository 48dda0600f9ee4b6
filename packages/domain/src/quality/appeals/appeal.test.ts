import { describe, expect, it } from 'vitest'
import { workCalendarSamples } from '../../calls/calendar/work-calendar-samples.ts'
import { decideMove } from '../../shared/machine.ts'
import type { Separation } from '../rankings/conclude-panel.ts'
import { APPEAL, appealAnswerDue, appealChance, DEFAULT_APPEALS, toldOn } from './appeal.ts'
import { appealConsequences, type PlacedItem } from './appeal-consequences.ts'

const base = {
  calendar: workCalendarSamples,
  rules: DEFAULT_APPEALS,
  told: ['2026-09-30'],
  superseded: false,
  appealId: null,
}

describe('appealChance', () => {
  // 2026-09-30 + 5 working days over the National Day holiday is 2026-10-13
  it.each([
    ['2026-09-30', true, null],
    ['2026-10-12', true, null],
    ['2026-10-13', true, null],
    ['2026-10-14', false, 'late'],
  ])('on %s', (today, may, why) => {
    expect(appealChance({ ...base, today })).toEqual({ may, why, until: '2026-10-13', id: null })
  })

  it('has not begun while nothing was told', () => {
    expect(appealChance({ ...base, told: [null, null], today: '2027-01-01' })).toEqual({
      may: true,
      why: null,
      until: null,
      id: null,
    })
  })

  it('counts from the latest of the days told', () => {
    expect(toldOn(['2026-09-01', null, '2026-09-30'])).toBe('2026-09-30')
  })

  it('is used up by an appeal, and over once a newer result stands', () => {
    expect(appealChance({ ...base, today: '2026-10-01', appealId: 'apl_1' })).toMatchObject({
      may: false,
      why: 'appealed',
    })
    expect(appealChance({ ...base, today: '2026-10-01', superseded: true })).toMatchObject({
      may: false,
      why: 'superseded',
    })
  })

  it('says that the calendar ends before the term instead of guessing', () => {
    const chance = appealChance({ ...base, told: ['2031-03-01'], today: '2031-03-02' })
    expect(chance).toMatchObject({ may: false, why: 'calendar-year-missing', until: null })
    expect(appealAnswerDue(workCalendarSamples, '2031-03-01', DEFAULT_APPEALS).ok).toBe(false)
  })
})

describe('the life of an appeal', () => {
  it('is settled only by the office, and only when the further expert is in', () => {
    expect(decideMove(APPEAL, 'accepted', 'settle', 'office', { opinionIn: true }).ok).toBe(true)
    expect(decideMove(APPEAL, 'accepted', 'settle', 'office', {})).toEqual({ ok: false, refusal: 'sheets-missing' })
    expect(decideMove(APPEAL, 'open', 'settle', 'office', { opinionIn: true }).ok).toBe(false)
    expect(decideMove(APPEAL, 'open', 'accept', 'school_admin', {}).ok).toBe(false)
    expect(decideMove(APPEAL, 'accepted', 'withdraw', 'school_admin', {}).ok).toBe(false)
  })
})

describe('appealConsequences', () => {
  const items: PlacedItem[] = [
    { id: 'a', title: '甲', state: 'ranked', score: 9000, rank: 1, exact: '90' },
    { id: 'b', title: '乙', state: 'ranked', score: 8500, rank: 2, exact: '85' },
    { id: 'c', title: '丙', state: 'ranked', score: 8000, rank: 3, exact: '80' },
  ]
  const none: Separation = { rules: [], items: new Map() }
  const given = { item: 'c', total: '87', items, quota: 2, separation: { before: none, after: none }, asked: true }

  it('tells every place and seat that changes, and applies it when asked', () => {
    const found = appealConsequences(given)
    expect(found).toMatchObject({ applied: true, held: null })
    expect(found.items).toEqual([
      {
        id: 'b',
        title: '乙',
        before: { score: 8500, rank: 2, seat: 'in' },
        after: { score: 8500, rank: 3, seat: 'out' },
      },
      {
        id: 'c',
        title: '丙',
        before: { score: 8000, rank: 3, seat: 'out' },
        after: { score: 8700, rank: 2, seat: 'in' },
      },
    ])
  })

  it('leaves the ranking alone once one item went on, and says so', () => {
    const noticed = items.map((item) => (item.id === 'a' ? { ...item, state: 'noticed' } : item))
    expect(appealConsequences({ ...given, items: noticed })).toMatchObject({ applied: false, held: 'noticed' })
    expect(appealConsequences({ ...given, asked: false })).toMatchObject({ applied: false, held: 'not_asked' })
  })

  it('calls a seat undecided where a tie straddles the line', () => {
    const { items: found } = appealConsequences({ ...given, total: '85' })
    expect(found.map(({ id, after }) => [id, after.rank, after.seat])).toEqual([
      ['b', 2, 'undecided'],
      ['c', 2, 'undecided'],
    ])
  })

  it('separates equal scores by the rules of the call', () => {
    const after: Separation = {
      rules: [{ rule: '@gap', prefer: 'lower' }],
      items: new Map([
        ['b', { held: false, figures: { '@gap': 900 } }],
        ['c', { held: false, figures: { '@gap': 300 } }],
      ]),
    }
    const { items: found } = appealConsequences({ ...given, total: '85', separation: { before: none, after } })
    expect(found.map(({ id, after: now }) => [id, now.rank, now.seat])).toEqual([
      ['b', 3, 'out'],
      ['c', 2, 'in'],
    ])
  })

  it('leaves an item under a veto behind all others, whatever it scored', () => {
    const vetoed: Separation = { rules: [], items: new Map([['a', { held: true, figures: {} }]]) }
    const placed = items.map((item) => ({ ...item, rank: { a: 3, b: 1, c: 2 }[item.id] ?? null }))
    const separation = { before: vetoed, after: vetoed }
    expect(appealConsequences({ ...given, items: placed, total: '84', separation }).items).toEqual([
      {
        id: 'c',
        title: '丙',
        before: { score: 8000, rank: 2, seat: 'in' },
        after: { score: 8400, rank: 2, seat: 'in' },
      },
    ])
  })

  it('tells the item itself even where no place moves, and nothing where there is no ranking', () => {
    expect(appealConsequences({ ...given, total: '80.5' }).held).toBe('no_ranking')
    expect(appealConsequences({ ...given, total: '161/2' }).items.map(({ id }) => id)).toEqual(['c'])
    expect(appealConsequences({ ...given, items: [] })).toEqual({ applied: false, held: 'no_ranking', items: [] })
  })
})
