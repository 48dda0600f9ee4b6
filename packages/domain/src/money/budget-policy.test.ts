import { describe, expect, it } from 'vitest'
import { BUDGET_GROUPS, BUDGET_ITEM_CODES, BUDGET_ITEMS, groupOf } from './budget-items.ts'
import { BUDGET_RULE_KEYS, type BudgetPolicy, checkBudgetPolicy } from './budget-policy.ts'
import { BUDGET_POLICY_SAMPLES, DEFAULT_BUDGET_POLICY } from './budget-policy-samples.ts'

const problems = (policy: BudgetPolicy) => checkBudgetPolicy(policy).map(({ pointer, problem }) => [pointer, problem])
const changed = (rule: keyof BudgetPolicy['rules'], change: object): BudgetPolicy => ({
  ...DEFAULT_BUDGET_POLICY,
  rules: { ...DEFAULT_BUDGET_POLICY.rules, [rule]: { ...DEFAULT_BUDGET_POLICY.rules[rule], ...change } },
})

it('knows 20 items in 7 groups, each once and named', () => {
  expect(BUDGET_GROUPS).toHaveLength(7)
  expect(new Set(BUDGET_ITEM_CODES).size).toBe(20)
  expect(Object.keys(BUDGET_ITEMS).sort()).toEqual([...BUDGET_ITEM_CODES].sort())
  expect(groupOf('lecturing')).toBe('lecturers')
  expect(groupOf('toString')).toBeNull()
})

describe.each(BUDGET_POLICY_SAMPLES.map(({ key, policy }) => [key, policy] as const))('sample %s', (_, policy) => {
  it('is sound, with its source, and speaks of every rule', () => {
    expect(checkBudgetPolicy(policy)).toEqual([])
    expect(policy.source).not.toBe('')
    expect(Object.keys(policy.rules).sort()).toEqual([...BUDGET_RULE_KEYS].sort())
  })
})

it('ships the caps of the notices', () => {
  const { rules, personDay, lectureFee, halfDayHours } = DEFAULT_BUDGET_POLICY
  const limit = (rule: keyof typeof rules) => rules[rule].limit
  expect(
    ['research-share', 'venue-share', 'evaluation-share', 'other-share'].map((key) => limit(key as 'venue-share')),
  ).toEqual([500, 1000, 500, 300])
  expect([limit('materials-per-person'), limit('total-largest')]).toEqual([10_000, 999_999_999])
  expect(personDay.rates).toEqual({ first: 76_000, second: 65_000, third: 55_000 })
  expect([personDay.fullDays, personDay.beyond, halfDayHours]).toEqual([3000, 7000, 400])
  expect(lectureFee).toEqual({ other: 50_000, associate: 50_000, full: 100_000, eminent: 150_000 })
})

describe('a limit', () => {
  it.each([
    [0, 'too_small'],
    [1, null],
    [10_000, null],
    [10_001, 'too_large'],
    [1.5, 'too_many_decimals'],
    [null, 'required'],
  ])('of a share that is %s is %s', (limit, problem) =>
    expect(problems(changed('venue-share', { limit }))).toEqual(problem ? [['/rules/venue-share/limit', problem]] : []),
  )
  it('may be unset only while its rule is off', () => {
    expect(problems(changed('total-per-person', { limit: 0, severity: 'off' }))).toEqual([])
    expect(problems(changed('total-per-person', { limit: 0, severity: 'warn' }))).toEqual([
      ['/rules/total-per-person/limit', 'too_small'],
    ])
  })
  it('belongs to no rule that has none', () =>
    expect(problems(changed('person-day', { limit: 1 }))).toEqual([['/rules/person-day/limit', 'unknown_field']]))
})

it('points at every figure outside its range', () => {
  const { personDay, lectureFee } = DEFAULT_BUDGET_POLICY
  expect(
    problems({
      ...DEFAULT_BUDGET_POLICY,
      personDay: { ...personDay, rates: { ...personDay.rates, second: 0 }, beyond: 10_001 },
      travelDays: { arrival: -1, departure: 0.5, together: 0 },
      lectureFee: { ...lectureFee, full: 0 },
      halfDayHours: 2401,
    }),
  ).toEqual([
    ['/personDay/rates/second', 'too_small'],
    ['/personDay/beyond', 'too_large'],
    ['/travelDays/arrival', 'too_small'],
    ['/travelDays/departure', 'too_many_decimals'],
    ['/lectureFee/full', 'too_small'],
    ['/halfDayHours', 'too_large'],
  ])
})
