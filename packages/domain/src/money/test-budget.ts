import type { BudgetLine } from './budget-items.ts'
import type { BudgetPolicy, BudgetRule } from './budget-policy.ts'
import { DEFAULT_BUDGET_POLICY } from './budget-policy-samples.ts'
import { type BudgetFacts, checkBudget } from './check-budget.ts'

/** Lines of a budget in a test: item, fen, calculation note. */
export type Lines = [item: string, fen: number, basis?: string][]
type Rules = Partial<Record<BudgetRule, Partial<BudgetPolicy['rules'][BudgetRule]>>>

function lines(given: Lines): BudgetLine[] {
  return given.map(([item, amount, basis = '单价 × 数量'], index) => ({ item, amount, basis, index }))
}

export function facts(given: Lines, more: Partial<BudgetFacts> = {}): BudgetFacts {
  const untold = { persons: null, days: null, arrival: null, departure: null, lectures: null }
  return { lines: lines(given), ...untold, ...more }
}

/** The default policy with some rules and figures changed. */
export function policy(rules: Rules = {}, more: Partial<BudgetPolicy> = {}): BudgetPolicy {
  const changed = { ...DEFAULT_BUDGET_POLICY.rules }
  for (const [rule, change] of Object.entries(rules))
    changed[rule as BudgetRule] = { ...changed[rule as BudgetRule], ...change }
  return { ...DEFAULT_BUDGET_POLICY, ...more, rules: changed }
}

/** The rules that a budget breaks, each with the place it is told at. */
export function broken(given: BudgetFacts, by: BudgetPolicy = DEFAULT_BUDGET_POLICY): string[] {
  return checkBudget(given, by).map(({ rule, pointer }) => `${rule} ${pointer}`)
}
