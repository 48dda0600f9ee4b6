import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, rankCandidates, spreadSeats } from './replace-expert.ts'

const item = { id: 'i', subject: '语文', phase: 'primary' }
const who = (id: string, given: Partial<Candidate> = {}): Candidate => ({
  id,
  subjects: [],
  phases: [],
  load: 0,
  ...given,
})
const none = new Map<string, string[]>()

describe('rankCandidates', () => {
  it('takes subject before phase, then the lighter load, and keeps those barred apart with what bars them', () => {
    const candidates = [
      who('both', { subjects: ['语文'], phases: ['primary'], load: 9 }),
      who('subject', { subjects: ['语文'], load: 9 }),
      who('phase', { phases: ['primary'] }),
      who('busy', { load: 3 }),
      who('idle', { load: 2 }),
      who('kin', { subjects: ['语文'], phases: ['primary'] }),
    ]
    const ranked = rankCandidates({ item, candidates, barred: new Map([['kin', ['kin']]]), seed: 's' })
    expect(ranked.map(({ expert, place }) => [expert, place])).toEqual([
      ['both', 1],
      ['subject', 2],
      ['phase', 3],
      ['idle', 4],
      ['busy', 5],
      ['kin', null],
    ])
    expect(ranked.at(-1)?.barred).toEqual(['kin'])
  })

  it('draws between equals from the seed, whatever order they come in', () => {
    const equals = ['a', 'b', 'c', 'd', 'e'].map((id) => who(id))
    const order = (candidates: Candidate[], seed: string) =>
      rankCandidates({ item, candidates, barred: none, seed }).map(({ expert }) => expert)
    expect(order(equals, '1')).toEqual(order(equals.toReversed(), '1'))
    expect(new Set(['1', '2', '3', '4', '5', '6'].map((seed) => order(equals, seed).join())).size).toBeGreaterThan(1)
  })
})

describe('spreadSeats', () => {
  it('never seats somebody barred or twice on an item, and goes over the even share only where nobody else may be asked', () => {
    const cases = fc.record({
      seats: fc.integer({ min: 0, max: 12 }),
      loads: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 6 }),
      bars: fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 5 })), { maxLength: 20 }),
      items: fc.integer({ min: 1, max: 12 }),
    })
    fc.assert(
      fc.property(cases, ({ seats, loads, bars, items }) => {
        const candidates = loads.map((load, at) => who(`e${at}`, { load }))
        const open = Array.from({ length: seats }, (_, at) => ({
          seat: `s${at}`,
          item: { id: `i${at % items}` },
          barred: new Map(bars.filter(([seat]) => seat === at % items).map(([, e]) => [`e${e}`, ['kin']])),
        }))
        const filled = spreadSeats({ seats: open, candidates, seed: 'x' })
        expect(filled.map(({ seat }) => seat).sort()).toEqual(open.map(({ seat }) => seat).sort())
        const load = new Map(candidates.map((one) => [one.id, one.load]))
        const pairs = new Set<string>()
        for (const { seat, chosen } of filled) {
          const of = open.find((one) => one.seat === seat)
          if (!chosen || !of) continue
          expect(of.barred.has(chosen.expert)).toBe(false)
          expect(pairs.has(`${of.item.id}/${chosen.expert}`)).toBe(false)
          pairs.add(`${of.item.id}/${chosen.expert}`)
          load.set(chosen.expert, (load.get(chosen.expert) ?? 0) + 1)
        }
        const total = loads.reduce((sum, one) => sum + one, 0) + seats
        const share = Math.ceil(total / loads.length)
        if (bars.length === 0 && items >= seats)
          for (const [id, now] of load)
            expect(now).toBeLessThanOrEqual(Math.max(share, loads[Number(id.slice(1))] ?? 0))
      }),
    )
  })

  it('says when nobody is left', () => {
    const open = [{ seat: 's', item: { id: 'i' }, barred: new Map([['e', ['kin']]]) }]
    expect(spreadSeats({ seats: open, candidates: [who('e')], seed: 'x' })).toEqual([
      { seat: 's', chosen: null, of: 0 },
    ])
    expect(spreadSeats({ seats: open, candidates: [], seed: 'x' })).toEqual([{ seat: 's', chosen: null, of: 0 }])
    expect(spreadSeats({ seats: [], candidates: [], seed: 'x' })).toEqual([])
  })
})
