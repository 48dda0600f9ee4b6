import { BUDGET_RULES, PERSON_DAY_CLASSES } from '@shixun/domain/money/budget-policy'
import { DEFAULT_BUDGET_POLICY } from '@shixun/domain/money/budget-policy-samples'
import { SEVERITIES } from '@shixun/domain/money/finding'
import { TRAINER_TITLES } from '@shixun/domain/money/lecture-fee'
import { describe, expect, it } from 'vitest'
import { budgetPolicy } from '../../words/zh/budget-policy.ts'
import * as page from './policy-rules.ts'

const { shareRules, amountRules, personDayRules, lectureRules, checkRules } = page
const unitOf = (rule: string) => Object.entries(BUDGET_RULES).find(([key]) => key === rule)?.[1].unit

describe('the page of money rules', () => {
  it('shows every rule once, in the list of its unit', () => {
    const all = [...shareRules, ...amountRules, ...personDayRules, ...lectureRules, ...checkRules]
    expect([...all].sort()).toEqual(Object.keys(BUDGET_RULES).sort())
    expect(new Set(shareRules.map(unitOf))).toEqual(new Set(['share']))
    expect(new Set(amountRules.map(unitOf))).toEqual(new Set(['fen']))
    expect(new Set([...personDayRules, ...lectureRules, ...checkRules].map(unitOf))).toEqual(new Set([null]))
  })
  it('names every rule and code as the domain has them', () => {
    expect(page.severities).toEqual(SEVERITIES)
    expect(page.personDayClasses).toEqual(PERSON_DAY_CLASSES)
    expect(page.lecturerTitles).toEqual(TRAINER_TITLES)
    for (const rule of Object.keys(BUDGET_RULES)) expect(budgetPolicy).toHaveProperty([`budgetRule.${rule}`])
  })
  it('reads a policy and nothing else', () => {
    expect(page.isPolicy(DEFAULT_BUDGET_POLICY)).toBe(true)
    for (const other of [null, 1, {}, { format: 'budget-policy/2' }]) expect(page.isPolicy(other)).toBe(false)
  })
  it('keeps hundredths exact', () => {
    expect([5.1, 10.01, 0.29, null].map(page.hundredthsOf)).toEqual([510, 1001, 29, 0])
  })
})
