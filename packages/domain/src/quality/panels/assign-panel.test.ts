import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AssignExpert, type AssignItem, assignPanel } from './assign-panel.ts'
import { seededDraw, seededOrder } from './seeded-order.ts'

const items = (n: number, more: Partial<AssignItem> = {}): AssignItem[] =>
  Array.from({ length: n }, (_, i) => ({ id: `i${i}`, ...more }))
const experts = (n: number, more: Partial<AssignExpert> = {}): AssignExpert[] =>
  Array.from({ length: n }, (_, i) => ({ id: `e${i}`, subjects: [], phases: [], ...more }))

describe('assignPanel', () => {
  it('evens the load to one, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.string(),
        (n, e, size, seed) => {
          const { panels, loads } = assignPanel({ items: items(n), experts: experts(e), size, seed, conflicts: [] })
          const counts = loads.map((l) => l.load)
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
          for (const panel of panels) {
            expect(new Set(panel.experts.map((s) => s.expert)).size).toBe(Math.min(size, e))
            expect(panel.shortage).toEqual(e < size ? { needed: size, available: e } : null)
          }
        },
      ),
    )
  })

  it('never seats a conflict and stays as even as the conflicts allow, in whatever order the input comes', () => {
    const cases = fc.record({
      n: fc.integer({ min: 1, max: 8 }),
      e: fc.integer({ min: 1, max: 5 }),
      size: fc.integer({ min: 1, max: 2 }),
      math: fc.nat({ max: 8 }),
      able: fc.nat({ max: 5 }),
      bars: fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 4 }))),
    })
    fc.assert(
      fc.property(cases, ({ n, e, size, bars, math, able }) => {
        const conflicts = bars.map(([i, x]) => ({ item: `i${i}`, expert: `e${x}` }))
        // Subjects pull the work towards few experts, so that evening it takes exchanges.
        const list = items(n).map((item, i) => ({ ...item, subject: i < math ? '数学' : '语文' }))
        const pool = experts(e).map((expert, x) => ({ ...expert, subjects: x < able ? ['数学'] : [] }))
        const input = { items: list, experts: pool, size, seed: 's', conflicts }
        const result = assignPanel(input)
        expect(
          assignPanel({
            ...input,
            items: list.toReversed(),
            experts: pool.toReversed(),
            conflicts: conflicts.toReversed(),
          }),
        ).toEqual(result)
        const barred = new Set(conflicts.map((c) => c.item + c.expert))
        for (const panel of result.panels)
          for (const seat of panel.experts) expect(barred.has(panel.item + seat.expert)).toBe(false)
        // The flattest loads any assignment could have, by trying every one.
        const seatsOf = (i: number) => {
          const free = experts(e)
            .map((_, x) => x)
            .filter((x) => !barred.has(`i${i}e${x}`))
          const take = Math.min(size, free.length)
          return take < 2
            ? take === 0
              ? [[]]
              : free.map((x) => [x])
            : free.flatMap((a, k) => free.slice(k + 1).map((b) => [a, b]))
        }
        let states = new Set([JSON.stringify(experts(e).map(() => 0))])
        for (let i = 0; i < n; i++) {
          const next = new Set<string>()
          for (const state of states) {
            for (const seats of seatsOf(i)) {
              const load: number[] = JSON.parse(state)
              for (const x of seats) load[x] = (load[x] ?? 0) + 1
              next.add(JSON.stringify(load))
            }
          }
          states = next
        }
        const unevenness = (load: number[]) => load.reduce((all, l) => all + l * l, 0)
        const best = Math.min(...[...states].map((s) => unevenness(JSON.parse(s))))
        expect(unevenness(result.loads.map((l) => l.load))).toBe(best)
      }),
      { numRuns: 300 },
    )
  })

  it('matches subject first, then phase', () => {
    const pool: AssignExpert[] = [
      { id: 'both', subjects: ['数学'], phases: ['primary'] },
      { id: 'phase', subjects: ['语文'], phases: ['primary'] },
      { id: 'subject', subjects: ['数学'], phases: ['junior'] },
      { id: 'none', subjects: [], phases: [] },
    ]
    const one = (size: number) =>
      assignPanel({
        items: [{ id: 'i', subject: '数学', phase: 'primary' }],
        experts: pool,
        size,
        seed: 'x',
        conflicts: [],
      }).panels[0]?.experts
    expect(one(1)).toEqual([{ expert: 'both', why: { subject: true, phase: true, load: 1 } }])
    expect(one(2)?.map((s) => s.expert)).toEqual(['both', 'subject'])
    expect(one(3)?.map((s) => s.expert)).toEqual(['both', 'phase', 'subject'])
  })

  it('keeps experts with their subject when both subjects need the same work', () => {
    const all = [
      ...items(20, { subject: '数学' }),
      ...items(20, { subject: '语文' }).map((i) => ({ ...i, id: `y${i.id}` })),
    ]
    const pool = [
      ...experts(4, { subjects: ['数学'] }),
      ...experts(4, { subjects: ['语文'] }).map((e) => ({ ...e, id: `y${e.id}` })),
    ]
    const { panels } = assignPanel({ items: all, experts: pool, size: 2, seed: '2026', conflicts: [] })
    expect(panels.flatMap((p) => p.experts).every((s) => s.why.subject)).toBe(true)
  })

  it('seats those there are and says what is short', () => {
    const { panels } = assignPanel({
      items: items(2),
      experts: experts(3),
      size: 3,
      seed: 's',
      conflicts: [{ item: 'i0', expert: 'e1' }],
    })
    expect(panels[0]).toMatchObject({ item: 'i0', shortage: { needed: 3, available: 2 } })
    expect(panels[0]?.experts.map((s) => s.expert)).toEqual(['e0', 'e2'])
    expect(panels[1]?.shortage).toBeNull()
    expect(
      assignPanel({ items: items(1), experts: [], size: 1, seed: 's', conflicts: [] }).panels[0]?.shortage,
    ).toEqual({ needed: 1, available: 0 })
  })

  it('draws differently from another seed and the same from the same', () => {
    const draw = (seed: string) =>
      JSON.stringify(assignPanel({ items: items(12), experts: experts(7), size: 2, seed, conflicts: [] }).panels)
    expect(draw('a')).toBe(draw('a'))
    expect(draw('a')).not.toBe(draw('b'))
  })
})

describe('seededOrder', () => {
  it('is a permutation fixed by the seed for good', () => {
    const draw = seededDraw('2026')
    expect([draw(1000), draw(1000), draw(1000)]).toMatchInlineSnapshot(`
      [
        148,
        500,
        529,
      ]
    `)
    expect(seededOrder(['c', 'a', 'b', 'a'], 's').toSorted()).toEqual(['a', 'b', 'c'])
    expect(seededOrder(['a', 'b', 'c', 'd'], 's')).toEqual(seededOrder(['d', 'c', 'b', 'a'], 's'))
  })
})
