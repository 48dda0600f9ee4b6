import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPolicy } from './check-policy.ts'
import { compilePolicy } from './compile-policy.ts'
import type { CreditEntry, CreditTeacher } from './entry.ts'
import { evaluateLedger } from './evaluate-ledger.ts'
import { evaluatePolicy } from './evaluate-policy.ts'
import { figureOf } from './fraction.ts'
import { ledgerColumns } from './ledger-columns.ts'
import type { Policy } from './policy.ts'
import { POLICY_SAMPLES } from './samples/policy-samples.ts'
import { ANY_ENTRIES, ANY_TEACHER, HARD_POLICIES } from './test-any-ledger.ts'
import { ANY_POLICY } from './test-any-policy.ts'
import { entry, policyOf, TEACHER } from './test-credits.ts'

function agree(policy: Policy, ledgers: { teacher: CreditTeacher; entries: CreditEntry[] }[], asOf: string): void {
  const compiled = compilePolicy(policy)
  const bulk = evaluateLedger(compiled, ledgerColumns(compiled, ledgers, asOf), asOf)
  ledgers.forEach(({ teacher, entries }, t) => {
    const one = evaluatePolicy(compiled, { teacher, entries, asOf })
    one.requirements.forEach((expected, r) => {
      const at = t * bulk.requirements + r
      const title = `${policy.title} ${expected.title}`
      const applies = bulk.applies[at] === 1
      expect({ title, applies }).toEqual({ title, applies: expected.applies })
      if (!applies) return
      expect({
        title,
        earned: figureOf(bulk.earned[at] ?? -1, compiled.scale),
        required: figureOf(bulk.required[at] ?? -1, compiled.scale),
        met: bulk.met[at] === 1,
      }).toEqual({ title, earned: expected.earned, required: expected.required, met: expected.met })
    })
    expect(figureOf(bulk.hours[t] ?? -1, compiled.base)).toBe(one.totals.hours)
    expect(figureOf(bulk.credits[t] ?? -1, compiled.scale)).toBe(one.totals.credits)
  })
}

describe('the pass over columns agrees with the explained evaluation', () => {
  const policies = [...POLICY_SAMPLES.map(({ policy }) => policy), ...HARD_POLICIES]
  const ledgers = fc.array(fc.record({ teacher: ANY_TEACHER, entries: ANY_ENTRIES }), { minLength: 1, maxLength: 6 })
  const days = fc.constantFrom('2024-02-29', '2026-06-30', '2026-12-31', '2028-12-31')
  it('where a cap of one entry meets a cap in hours, so that the order decides', () => {
    const cap = { title: '上限', where: {} }
    const policy = policyOf({
      conversions: [{ id: 'v', title: '折算', where: {}, perHour: [1, 1], factors: [] }],
      caps: [
        { id: 'e', ...cap, unit: 'credits', per: 'entry', most: 2 },
        { id: 'y', ...cap, unit: 'hours', per: 'calendar_year', most: 60 },
      ],
    })
    const entries = [
      entry('e0', { date: '2026-01-02', hours: 0.59 }),
      entry('e1', { date: '2026-01-01', hours: 59.42 }),
    ]
    agree(policy, [{ teacher: TEACHER, entries }], '2026-12-31')
  })
  it('where the ledger ends within the cycle before, whose surplus is cut by a cap', () => {
    const policy = policyOf({
      cycle: { years: 5, anchor: { kind: 'entry' } },
      caps: [{ id: 'd', title: '上限', where: {}, unit: 'hours', per: 'day', most: 2 }],
      requirements: [
        { id: 't', title: '总量', kind: 'min', unit: 'hours', amount: 1, where: {}, window: { kind: 'cycle' } },
      ],
      carryOver: { where: {}, unit: 'hours', most: 3 },
    })
    const teacher = { ...TEACHER, entryDate: '2015-01-01' }
    agree(policy, [{ teacher, entries: [entry('e0', { date: '2020-01-01', hours: 5.01 })] }], '2024-02-29')
  })
  it('for any policy', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(ANY_POLICY, ledgers, days, (policy, many, asOf) => agree(policy, many, asOf)),
      { numRuns: 500 },
    )
  })
  it.each(policies.map((policy) => [policy.title, policy] as const))('%s', (_, policy) => {
    expect(checkPolicy(policy)).toEqual([])
    fc.assert(
      fc.property(ledgers, days, (many, asOf) => agree(policy, many, asOf)),
      { numRuns: 200 },
    )
  })
})
