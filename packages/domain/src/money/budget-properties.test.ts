import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUDGET_ITEM_CODES } from './budget-items.ts'
import { DEFAULT_BUDGET_POLICY } from './budget-policy-samples.ts'
import { checkBudget, personDayCeiling } from './check-budget.ts'
import { broken, facts, type Lines, policy } from './test-budget.ts'

describe('a budget always', () => {
  const line = fc.tuple(
    fc.constantFrom(...BUDGET_ITEM_CODES),
    fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
  )
  const budget = fc.array(line, { maxLength: 60 }).map((given): Lines => given.map(([item, fen]) => [item, fen]))
  const every = policy({
    'resources-share': { severity: 'warn' },
    'trainees-share': { severity: 'warn' },
    'lecturers-share': { severity: 'warn' },
    'total-per-person': { severity: 'warn', limit: 12_345 },
  })

  it('the order of lines changes no verdict', () => {
    fc.assert(
      fc.property(budget, fc.integer({ min: 0, max: 5000 }), (given, persons) => {
        const told = { persons, days: 5 }
        const rules = (of: Lines) => checkBudget(facts(of, told), every).map(({ rule, detail }) => rule + detail)
        expect(rules([...given].reverse()).sort()).toEqual(rules(given).sort())
      }),
    )
  })

  it('a line split in two changes no verdict', () => {
    fc.assert(
      fc.property(budget, line, fc.integer({ min: -1_000_000, max: 1_000_000 }), (given, [item, fen], cut) => {
        const rules = (of: Lines) => checkBudget(facts(of, { persons: 9, days: 3 }), every).map(({ detail }) => detail)
        expect(rules([...given, [item, fen - cut], [item, cut]])).toEqual(rules([...given, [item, fen]]))
      }),
    )
  })

  it('a share is refused exactly when part × 10000 exceeds limit × total', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 11 }), fc.integer({ min: 0, max: 10 ** 11 }), (part, rest) => {
        const total = BigInt(part) + BigInt(rest)
        const found = broken(
          facts([
            ['survey', part],
            ['meals', rest],
          ]),
        ).includes('research-share /0')
        expect(found).toBe(BigInt(part) * 10_000n > 500n * total)
      }),
    )
  })

  it('a person-day ceiling grows with persons and days, and never by more than a full day', () => {
    const figure = fc.bigInt({ min: 0n, max: 1_000_000n })
    fc.assert(
      fc.property(figure, figure, (persons, days) => {
        const at = (n: bigint) => personDayCeiling(persons, n, DEFAULT_BUDGET_POLICY)
        const step = at(days + 100n) - at(days)
        expect(step).toBeGreaterThanOrEqual(0n)
        expect(step).toBeLessThanOrEqual((persons * 55_000n) / 100n + 1n)
      }),
    )
  })
})
