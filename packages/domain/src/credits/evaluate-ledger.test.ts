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
  it('for any policy', () => {
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
