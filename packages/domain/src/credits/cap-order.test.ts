import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPolicy } from './check-policy.ts'
import { compilePolicy } from './compile-policy.ts'
import { evaluatePolicy } from './evaluate-policy.ts'
import type { Cap, Policy } from './policy.ts'
import { CREDITS_360 } from './samples/credits-360.ts'
import { ANY_ENTRIES, ANY_TEACHER, HARD_POLICIES } from './test-any-ledger.ts'
import { entry, judge, policyOf } from './test-credits.ts'

const cap = (id: string, per: Cap['per'], most: number, where: Cap['where'] = {}): Cap => ({
  id,
  title: id,
  where,
  per,
  unit: 'hours',
  most,
})

describe('caps that bind in different orders', () => {
  const caps = [cap('day', 'day', 8), cap('year', 'calendar_year', 20), cap('cycle', 'cycle', 30)]
  const requirements = policyOf().requirements.map((one) => ({ ...one, amount: 30 }))
  const of = (days: [string, number][]) => {
    const entries = days.map(([date, hours], n) => entry(`e${n}`, { date, hours }))
    const { entries: verdicts, totals } = judge(policyOf({ caps, requirements }), entries)
    return { by: verdicts.map(({ counted, why }) => `${counted} ${why.cap ?? ''}`.trim()), total: totals.hours }
  }
  it('the day first, then the year', () =>
    expect(
      of([
        ['2025-03-01', 9],
        ['2025-03-02', 8],
        ['2025-03-03', 8],
      ]),
    ).toEqual({ by: ['8 day', '8', '4 year'], total: 20 }))
  it('the year first, then the cycle', () =>
    expect(
      of([
        ['2025-03-01', 8],
        ['2025-03-02', 8],
        ['2025-03-03', 4],
        ['2025-03-04', 1],
        ['2026-03-01', 8],
        ['2026-03-02', 8],
      ]),
    ).toEqual({ by: ['8', '8', '4', '0 year', '8', '2 cycle'], total: 30 }))
  it.each([
    [7.99, 7.99],
    [8, 8],
    [8.01, 8],
  ])('%d hours on a day come to %d', (hours, total) => expect(of([['2025-03-01', hours]]).total).toBe(total))
  it.each([
    [3.99, 19.99],
    [4, 20],
    [4.01, 20],
  ])('%d hours more in the year come to %d', (hours, total) =>
    expect(
      of([
        ['2025-03-01', 8],
        ['2025-03-02', 8],
        ['2025-03-03', hours],
      ]).total,
    ).toBe(total),
  )
})

describe('the order in which caps are written', () => {
  const policies: Policy[] = [CREDITS_360.policy, ...HARD_POLICIES]
  it('plays no part', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...policies),
        ANY_TEACHER,
        ANY_ENTRIES,
        fc.infiniteStream(fc.nat()),
        (policy, teacher, entries, chance) => {
          const keyed = policy.caps.map((one) => ({ one, key: chance.next().value }))
          const other = { ...policy, caps: keyed.sort((a, b) => a.key - b.key).map(({ one }) => one) }
          expect(checkPolicy(other)).toEqual([])
          const figures = (of: Policy) => {
            const { totals, requirements } = evaluatePolicy(compilePolicy(of), { teacher, entries, asOf: '2026-12-31' })
            return { totals, requirements }
          }
          expect(figures(other)).toEqual(figures(policy))
        },
      ),
      { numRuns: 200 },
    )
  })
})
