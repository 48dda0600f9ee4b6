import { expect, test } from 'vitest'
import type { AgreementTarget } from './figures.ts'
import { fixedFigures, promisedFigures } from './promised-figures.ts'

const target = (means: AgreementTarget['means'], promised: number | string): AgreementTarget => ({
  means,
  name: means,
  promised,
  unit: '',
})
const terms = (targets: AgreementTarget[], total = 0) => ({
  targets,
  money: { total, items: [] },
  outputs: [],
  dates: { from: null, to: null, milestones: [] },
})

test('the agreement becomes the figures of comparison: persons, hours with their fractions, fen, steps', () => {
  const milestones = [{ text: '开班', from: '2026-04-01', to: '2026-04-02' }]
  expect(
    promisedFigures({
      ...terms([target('target', 3), target('persons', 50), target('hours', 40.25)], 1_234_567),
      dates: { from: '2026-04-01', to: '2026-04-02', milestones },
    }),
  ).toEqual({ planned: 50, hoursPromised: 40.25, budget: 1_234_567, milestonesDue: 1 })
})

test('what was promised in words or not at all is not a figure', () => {
  expect(promisedFigures(terms([target('persons', '全体教师'), target('hours', -1)]))).toEqual({
    planned: undefined,
    hoursPromised: undefined,
    budget: undefined,
    milestonesDue: 0,
  })
})

test('a promise of nothing is a figure', () => {
  expect(promisedFigures(terms([target('persons', 0)])).planned).toBe(0)
})

test('what is promised is fixed; what is not may be reported', () => {
  expect(fixedFigures(terms([target('persons', 50), target('hours', 40)], 100))).toEqual([
    'planned',
    'hoursPromised',
    'budget',
  ])
  expect(fixedFigures(terms([target('persons', '全体教师')]))).toEqual([])
})
