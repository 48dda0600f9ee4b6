import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from './compile-policy.ts'
import { evaluatePolicy } from './evaluate-policy.ts'
import { POLICY_SAMPLES } from './samples/policy-samples.ts'
import { ANY_ENTRIES, ANY_TEACHER, HARD_POLICIES } from './test-any-ledger.ts'
import { entry } from './test-credits.ts'

const POLICIES = [...POLICY_SAMPLES.map(({ policy }) => policy), ...HARD_POLICIES].map((policy) =>
  compilePolicy(policy),
)
const LEDGER = fc.record({
  compiled: fc.constantFrom(...POLICIES),
  teacher: ANY_TEACHER,
  entries: ANY_ENTRIES,
  asOf: fc.constantFrom('2024-02-29', '2026-06-30', '2028-12-31'),
})
const runs = { numRuns: 300 }

describe('for every policy, teacher and ledger', () => {
  it('an hour more lowers no total and no requirement', () => {
    fc.assert(
      fc.property(LEDGER, fc.nat(), fc.integer({ min: 1, max: 5000 }), ({ compiled, ...given }, at, more) => {
        if (given.entries.length === 0) return
        const raised = given.entries.map((one, n) =>
          n === at % given.entries.length ? { ...one, hours: ((one.hours ?? 0) * 100 + more) / 100 } : one,
        )
        const before = evaluatePolicy(compiled, given)
        const after = evaluatePolicy(compiled, { ...given, entries: raised })
        expect(after.totals.hours).toBeGreaterThanOrEqual(before.totals.hours)
        expect(after.totals.credits).toBeGreaterThanOrEqual(before.totals.credits)
        for (const [r, { earned }] of after.requirements.entries())
          expect(earned).toBeGreaterThanOrEqual(before.requirements[r]?.earned ?? Number.POSITIVE_INFINITY)
      }),
      runs,
    )
  })
  it('the order of entries plays no part', () => {
    fc.assert(
      fc.property(LEDGER, fc.infiniteStream(fc.nat()), ({ compiled, ...given }, chance) => {
        const shuffled = given.entries
          .map((one) => ({ one, key: chance.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const plain = evaluatePolicy(compiled, given)
        const other = evaluatePolicy(compiled, { ...given, entries: shuffled })
        const byId = new Map(other.entries.map((one) => [one.id, one]))
        expect({ ...other, entries: plain.entries.map(({ id }) => byId.get(id)) }).toEqual(plain)
      }),
      runs,
    )
  })
  it('a reversal leaves the ledger as if the entry had never been', () => {
    fc.assert(
      fc.property(LEDGER, fc.integer({ min: 0, max: 9000 }), ({ compiled, ...given }, hundredths) => {
        const date = given.asOf
        const entries = [
          ...given.entries,
          entry('slip', { date, hours: hundredths / 100 }),
          entry('slip-back', { date, reverses: 'slip' }),
        ]
        const { entries: verdicts, ...figures } = evaluatePolicy(compiled, { ...given, entries })
        const { entries: plain, ...without } = evaluatePolicy(compiled, given)
        expect(figures).toEqual(without)
        expect(verdicts.slice(0, plain.length)).toEqual(plain)
      }),
      runs,
    )
  })
  it('nothing is negative and no cap is passed', () => {
    fc.assert(
      fc.property(LEDGER, ({ compiled, ...given }) => {
        const result = evaluatePolicy(compiled, given)
        const figures = [
          ...result.requirements.flatMap(({ earned, remaining, required, carried, expectedByNow }) => [
            earned,
            remaining,
            required,
            carried,
            expectedByNow,
          ]),
          ...result.entries.flatMap(({ hours, credits, counted }) => [hours, credits, counted]),
        ]
        for (const figure of figures) expect(figure).toBeGreaterThanOrEqual(0)
        for (const { counted, hours, credits } of result.entries)
          expect(counted).toBeLessThanOrEqual(result.unit === 'hours' ? hours : credits)
        for (const { cap, most } of compiled.caps) {
          if (cap.per !== 'cycle' || cap.unit !== compiled.unit) continue
          const sum = result.entries.reduce((total, { counted }, n) => {
            const one = given.entries[n]
            return one && compiled.classOf(one).groups.some((g) => compiled.caps[g]?.cap === cap)
              ? total + counted
              : total
          }, 0)
          // each figure is rounded by itself
          expect(sum).toBeLessThanOrEqual(most / compiled.scale + 0.005 * given.entries.length)
        }
      }),
      runs,
    )
  })
})
