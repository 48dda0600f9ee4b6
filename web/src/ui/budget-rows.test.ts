import { BUDGET_ITEM_CODES, BUDGET_ITEMS } from '@shixun/domain/money/budget-items'
import { describe, expect, it } from 'vitest'
import { money } from '../words/zh/money.ts'
import {
  budgetGroups,
  budgetLines,
  linesOfItem,
  sumOf,
  withBudgetLine,
  withMoreLine,
  withoutLine,
} from './budget-rows.ts'

const row = (item: string, amount: number | null, basis = '') => ({ item, amount, basis })
const line = (at: number | null, item: string, amount: number | null, basis = '') => ({ at, item, amount, basis })

it('draws the twenty items, and calls them and their groups as the domain does', () => {
  const words: Record<string, string> = money
  expect(budgetGroups.flatMap(({ items }) => items)).toEqual(BUDGET_ITEM_CODES)
  for (const [item, name] of Object.entries(BUDGET_ITEMS)) expect(words[`budgetItem.${item}`]).toBe(name)
  for (const { key } of budgetGroups) expect(words[`budgetGroup.${key}`]).toBeDefined()
})

describe('lines of an item', () => {
  it('are those it has, with their places, or one to fill', () => {
    const lines = budgetLines([row('meals', 100), row('lodging', 5), row('meals', -50, '核减')])
    expect(linesOfItem(lines, 'meals')).toEqual([line(0, 'meals', 100), line(2, 'meals', -50, '核减')])
    expect(linesOfItem(lines, 'survey')).toEqual([line(null, 'survey', null)])
    expect(sumOf(lines)).toBe(55)
  })
  it('are none of what is no budget', () => {
    expect(budgetLines(null)).toEqual([])
    expect(budgetLines('甲')).toEqual([])
  })
})

describe('a change', () => {
  it('puts a new line in the order of the items, behind those of its own', () => {
    const meals = withBudgetLine(null, line(null, 'meals', 100))
    const both = withBudgetLine(meals, line(null, 'survey', 1))
    expect(both).toEqual([row('survey', 1), row('meals', 100)])
    expect(withMoreLine(both, 'meals')).toEqual([...both, row('meals', null)])
    expect(withBudgetLine(both, line(null, 'miscellaneous', 2))[2]).toEqual(row('miscellaneous', 2))
  })
  it('keeps a line that has one of its two, and takes away one that says nothing any more', () => {
    const rows = [row('survey', 1, '甲'), row('meals', 100)]
    expect(withBudgetLine(rows, line(0, 'survey', null, '甲'))).toEqual([row('survey', null, '甲'), rows[1]])
    expect(withBudgetLine(rows, line(1, 'meals', null))).toEqual([rows[0]])
    expect(withoutLine(rows, 0)).toEqual([rows[1]])
  })
  it('takes zero for an amount', () => expect(withBudgetLine([row('meals', 1)], line(0, 'meals', 0))).toHaveLength(1))
})
