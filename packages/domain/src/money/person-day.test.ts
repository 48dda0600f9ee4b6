import { describe, expect, it } from 'vitest'
import { DEFAULT_BUDGET_POLICY } from './budget-policy-samples.ts'
import { type BudgetFacts, checkBudget, countedDays } from './check-budget.ts'
import { broken, facts, type Lines, policy } from './test-budget.ts'

describe('person-day ceilings', () => {
  const meals = (fen: number, more: Partial<BudgetFacts>) => facts([['meals', fen]], { persons: 10, ...more })
  const of = (inForce: 'first' | 'second' | 'third') =>
    policy({}, { personDay: { ...DEFAULT_BUDGET_POLICY.personDay, inForce } })

  it.each([
    ['first', 760],
    ['second', 650],
    ['third', 550],
  ] as const)('class %s: %s 元', (inForce, yuan) => {
    const allowed = yuan * 100 * 10 * 5
    expect(broken(meals(allowed, { days: 5 }), of(inForce))).toEqual([])
    expect(broken(meals(allowed + 1, { days: 5 }), of(inForce))).toEqual(['person-day '])
  })

  it.each([
    [30, 30 * 55_000],
    [31, 30 * 55_000 + 38_500],
    [32, 30 * 55_000 + 2 * 38_500],
    [30.5, 30 * 55_000 + 19_250],
  ])('%s days of one person allow %s fen: day 31 counts 70 %%', (days, allowed) => {
    expect(broken(facts([['lodging', allowed]], { persons: 1, days }))).toEqual([])
    expect(broken(facts([['lodging', allowed + 1]], { persons: 1, days }))).toEqual(['person-day '])
  })

  it('leaves the lecturers’ cost outside', () => {
    const given: Lines = [
      ['meals', 550_000],
      ['lecturing', 9_000_000],
      ['expertTravel', 100_000],
      ['expertBoard', 100_000],
    ]
    expect(broken(facts(given, { persons: 10, days: 1 }))).toEqual([])
    expect(broken(facts([...given, ['lodging', 1]], { persons: 10, days: 1 }))).toEqual(['person-day '])
  })

  it.each([
    [0, 0, 500n],
    [1, 0, 600n],
    [1, 1, 700n],
    [0.5, 1, 650n],
    [2, 0, 600n],
    [2, 3, 700n],
  ])('counts %s days of arrival and %s of departure as %s', (arrival, departure, counted) =>
    expect(countedDays({ days: 5, arrival, departure }, DEFAULT_BUDGET_POLICY)).toBe(counted),
  )

  it('counts arrival and departure of one day together where the tenant says so', () => {
    const together = policy({}, { travelDays: { arrival: 100, departure: 100, together: 100 } })
    expect(countedDays({ days: 5, arrival: 1, departure: 1 }, together)).toBe(600n)
  })

  it('names the days beyond thirty and the rate', () => {
    const [finding] = checkBudget(facts([['meals', 10_000_000]], { persons: 1, days: 31 }), DEFAULT_BUDGET_POLICY)
    expect(finding?.detail).toBe(
      '除专家费外的培训费每人每天不得超过 550.00 元：1 人 31 天，超过 30 天的部分按 70% 计，上限 16,885.00 元，现为 100,000.00 元，超出 83,115.00 元，请调减。',
    )
  })
})
