import { expect, it } from 'vitest'
import type { Criterion } from '../rubrics/rubric-tree.ts'
import { runningTotal } from './running-total.ts'

const leaf = (key: string, more: Partial<Criterion>): Criterion => ({ key, title: key, kind: 'leaf', ...more })
const leaves = [
  leaf('a', { max: 6000 }),
  leaf('b', { max: 4000 }),
  leaf('plus', { max: 500, nature: 'bonus' }),
  leaf('minus', { max: 1000, nature: 'deduction' }),
  leaf('veto', { nature: 'veto' }),
]

it('adds, takes off, and leaves vetoes out', () => {
  expect(runningTotal(leaves, { a: 5050, plus: 500, minus: 100, veto: 100 })).toEqual({
    total: 5450,
    most: 10_000,
    scored: 4,
  })
})

it('stays on the scale', () => {
  expect(runningTotal(leaves, { a: 6000, b: 4000, plus: 500 }).total).toBe(10_000)
  expect(runningTotal(leaves, { minus: 1000 }).total).toBe(0)
})
