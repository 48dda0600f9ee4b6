import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, fillPlaces } from './fill-places.ts'
import { preferenceOf } from './preference.ts'

const candidate = (id: string, preference: number, given: Partial<Candidate> = {}): Candidate => ({
  id,
  preference,
  waiting: false,
  held: false,
  ...given,
})

describe('preference', () => {
  const rules = { preference: { rural: 2, town: 1, frontLine: 1, novice: 3 } }
  const teacher = { area: 'rural', frontLine: true, entryDate: '2025-09-01' } as const
  it('adds what a cohort prefers and says what for', () => {
    expect(preferenceOf(rules, teacher, '2026-05-12')).toEqual({
      points: 6,
      parts: [
        { what: '乡村学校', points: 2 },
        { what: '一线教师', points: 1 },
        { what: '新任教师', points: 3 },
      ],
    })
    expect(
      preferenceOf(rules, { ...teacher, area: 'town', frontLine: false, entryDate: null }, '2026-05-12').points,
    ).toBe(1)
    expect(preferenceOf(rules, { area: 'urban', frontLine: false, entryDate: null }, '2026-05-12')).toEqual({
      points: 0,
      parts: [],
    })
  })
})

describe('filling the places', () => {
  it('goes by preference, then by time, and queues the rest while there is room', () => {
    const all = [candidate('a', 1), candidate('b', 3), candidate('c', 1), candidate('d', 0)]
    expect(fillPlaces(all, 2, 1)).toEqual({ admit: ['b', 'a'], queue: ['c'], left: ['d'] })
  })
  it.each([
    [0, { admit: [], queue: ['a'], left: ['b'] }],
    [1, { admit: ['a'], queue: ['b'], left: [] }],
    [2, { admit: ['a', 'b'], queue: [], left: [] }],
  ])('with %i places free', (free, filling) => {
    expect(fillPlaces([candidate('a', 0), candidate('b', 0)], free, 1)).toEqual(filling)
  })
  it('whoever is held takes nobody’s place, and whoever waited leaves theirs', () => {
    const all = [candidate('a', 9, { held: true }), candidate('b', 2, { waiting: true }), candidate('c', 1)]
    expect(fillPlaces(all, 1, 0)).toEqual({ admit: ['b'], queue: ['c'], left: ['a'] })
  })
  it('never gives more than there are, and loses nobody', () => {
    const ANY = fc.record({ preference: fc.nat(3), waiting: fc.boolean(), held: fc.boolean() })
    fc.assert(
      fc.property(fc.array(ANY, { maxLength: 30 }), fc.nat(10), fc.nat(5), (given, free, room) => {
        const all = given.map((one, n) => ({ ...one, id: `e${String(n).padStart(2, '0')}` }))
        const { admit, queue, left } = fillPlaces(all.toReversed(), free, room)
        expect([...admit, ...queue, ...left].sort()).toEqual(all.map(({ id }) => id))
        expect(admit.length).toBeLessThanOrEqual(free)
        const freed = all.filter(({ id, waiting }) => waiting && admit.includes(id)).length
        expect(queue.length).toBeLessThanOrEqual(room + freed)
        expect(fillPlaces(all, free, room)).toEqual({ admit, queue, left })
      }),
    )
  })
})
