import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from './compile-policy.ts'
import type { CreditEntry, CreditTeacher } from './entry.ts'
import { evaluatePolicy } from './evaluate-policy.ts'
import type { Policy } from './policy.ts'
import { TRAINERS_72 } from './samples/district-hours.ts'
import { POLICY_SAMPLES } from './samples/policy-samples.ts'
import { BEHIND_FROM, bandOf, OVERDUE_FROM, teacherStanding } from './teacher-standing.ts'
import { ANY_ENTRIES, ANY_TEACHER, HARD_POLICIES } from './test-any-ledger.ts'
import { entry, policyOf, TEACHER } from './test-credits.ts'

const standing = (policy: Policy, entries: CreditEntry[], asOf = '2026-12-31', teacher: CreditTeacher = TEACHER) =>
  teacherStanding(policy, teacher, evaluatePolicy(compilePolicy(policy), { teacher, entries, asOf }))
const hours = (n: number, date = '2025-03-01') => [entry('a', { hours: n, date })]

describe('where a teacher stands', () => {
  it.each([
    [100, 'met'],
    [99.99, 'on_pace'],
    [50, 'on_pace'],
    [49.96, 'behind'],
  ])('with %d of 100 at half time', (n, state) => expect(standing(policyOf(), hours(n)).state).toBe(state))
  it('is free where nothing asks anything', () => {
    expect(standing(TRAINERS_72.policy, [])).toMatchObject({ state: 'free', short: 0, shortfalls: [] })
  })
  it('lacks the largest lack, and is late when its time is over', () => {
    const of = (asOf: string) => standing(policyOf({ validTo: '2028-12-31' }), hours(60), asOf)
    expect(of('2028-12-31')).toMatchObject({ short: 4000, state: 'behind' })
    expect(of('2028-12-31').urgency).toBeGreaterThanOrEqual(BEHIND_FROM)
    expect(of('2028-12-31').urgency).toBeLessThan(OVERDUE_FROM)
    expect(of('2029-01-01').urgency).toBeGreaterThanOrEqual(OVERDUE_FROM)
  })
  it('adds what years past left open, which no time makes good', () => {
    const trainer = { ...TEACHER, posts: [{ post: 'trainer' as const, from: '2020-01-01', to: null }] }
    const found = standing(TRAINERS_72.policy, hours(70, '2025-06-01'), '2026-06-30', trainer)
    expect(found.result.lines).toMatchObject([{ remaining: 74, overdue: true, met: false }])
    expect(found.shortfalls.map(({ facet }) => facet)).toEqual(['', 'p:trainer', 'r:trainer'])
  })
  it('is the more urgent the less time is left', () => {
    const at = (asOf: string) => standing(policyOf(), hours(20), asOf).urgency
    expect(at('2028-06-30')).toBeGreaterThan(at('2027-06-30'))
  })
  it('counts nothing that is over as lacking', () => {
    const most = policyOf({
      requirements: [
        { id: 'm', title: '网络', kind: 'max', unit: 'hours', amount: 10, where: {}, window: { kind: 'cycle' } },
      ],
    })
    expect(standing(most, hours(11))).toMatchObject({ state: 'behind', short: 0, shortfalls: [] })
  })
  it.each([
    [0, 0],
    [0.01, 1],
    [9.99, 1],
    [10, 2],
    [99.99, 10],
    [100, 11],
    [500, 11],
  ])('%d of 100 is in tenth %d', (total, band) => expect(bandOf(total, 100)).toBe(band))
  it('agrees with the evaluation for every policy and ledger', () => {
    const policies = [...POLICY_SAMPLES.map(({ policy }) => policy), ...HARD_POLICIES]
    fc.assert(
      fc.property(
        fc.constantFrom(...policies),
        ANY_TEACHER,
        ANY_ENTRIES,
        fc.constantFrom('2024-02-29', '2026-06-30', '2028-12-31'),
        (policy, teacher, entries, asOf) => {
          const result = evaluatePolicy(compilePolicy(policy), { teacher, entries, asOf })
          const { state, short, shortfalls } = teacherStanding(policy, teacher, result)
          const asked = result.requirements.filter(({ applies }) => applies)
          expect(state === 'met' || state === 'free').toBe(asked.every(({ met }) => met))
          expect(shortfalls.length === 0).toBe(short === 0)
          for (const one of asked)
            if (one.kind === 'min' && !one.met) expect(shortfalls.map(({ facet }) => facet)).toContain(`r:${one.id}`)
        },
      ),
      { numRuns: 200 },
    )
  })
})
