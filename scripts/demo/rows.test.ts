import { findingsOf } from '@shixun/domain/calls/applications/findings'
import { checkForm, type FormValues } from '@shixun/domain/calls/design/form'
import { TRAINING_FORM } from '@shixun/domain/calls/design/training-form'
import { DEFAULT_BUDGET_POLICY } from '@shixun/domain/money/budget-policy-samples'
import { MODULES } from '@shixun/domain/training/content-modules'
import { expect, it } from 'vitest'
import { type BudgetLine, halfDoneBudget } from './plan-budget.ts'
import { draftsOfPlan } from './rows.ts'

const rules = { budget: DEFAULT_BUDGET_POLICY, modules: MODULES, year: 2026 }

it('plans of the demonstration answer the sample form and break no rule', () => {
  const drafts = draftsOfPlan(2026)
  expect(drafts.length).toBeGreaterThan(30)
  for (const { values } of drafts) {
    expect(checkForm(TRAINING_FORM, values as FormValues, true)).toEqual([])
    expect(findingsOf(TRAINING_FORM, values as FormValues, rules)).toEqual([])
  }
})

it('drafts that nobody has finished show what the checks find', () => {
  for (const { values } of draftsOfPlan(2026)) {
    const budget = halfDoneBudget(values['budget'] as BudgetLine[])
    const found = findingsOf(TRAINING_FORM, { ...(values as FormValues), budget }, rules)
    expect(found.map(({ rule }) => rule)).toEqual(['basis-missing', 'research-share'])
  }
})
