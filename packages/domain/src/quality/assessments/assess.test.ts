import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../canonical-json.ts'
import { type Criterion, leaves, type Rubric } from '../rubrics/rubric.ts'
import { SAMPLE_RUBRICS } from '../rubrics/sample-rubrics.ts'
import { assess, stageRubric } from './assess.ts'
import { cohortFacts, projectFacts } from './test-project-facts.ts'

const sample = SAMPLE_RUBRICS.find(({ key }) => key === 'completion')?.rubric as Rubric
const inputs = (facts: Parameters<typeof projectFacts>[0] = {}) => ({
  rubricId: 'rub_1',
  rubricVersion: 2,
  asOf: '2026-06-15',
  facts: projectFacts(facts),
})
const running = { cohorts: [cohortFacts({ attended: 81_000 })] }

describe('a stage of a project', () => {
  it('is the total of what has a figure, brought to 100', () => {
    const { total, totalText, band, weight, missing } = assess(sample, inputs(running))
    // participation 10/10, hours 8000 % of 10, attendance 9000 % of 10: 27 of 30
    expect([total, totalText, band]).toEqual([9000, '90.00', 'excellent'])
    expect(weight).toEqual({ whole: 10_000, measurable: 6500, present: 3000 })
    expect(missing).toEqual(['delivery.milestones', 'delivery.budget', 'learning.completion', 'reaction.satisfaction'])
  })

  it('has no total while nothing has a figure, and never a zero instead', () => {
    const { total, band, weight, missing } = assess(
      sample,
      inputs({ promised: { planned: null, hours: null, budget: null } }),
    )
    expect([total, band, weight.present]).toEqual([null, null, 0])
    expect(missing.length).toBe(7)
  })

  it('has none under a rubric that only people judge', () => {
    const judged: Criterion[] = [{ key: 'a', title: '甲', kind: 'leaf', max: 10_000, source: 'expert' }]
    expect(assess({ ...sample, criteria: judged }, inputs(running))).toMatchObject({ total: null, evaluation: null })
  })

  it('leaves out what people judge, vetoes too, until an inspection has looked', () => {
    const measured = { 'delivery.hours': 8000, 'fault.rule': null, 'veto.ethics': null }
    const keys = (rubric: Rubric) => leaves(rubric).map(({ key }) => key)
    expect(keys(stageRubric(sample, measured))).toEqual(['delivery.hours', 'fault.rule'])
    const seen = assess(sample, inputs({ ...running, inspection: { 'fault.rule': 250, 'veto.ethics': 1 } }))
    expect([seen.total, seen.band, seen.evaluation?.vetoes]).toEqual([8750, 'fail', ['veto.ethics']])
  })

  it('gives the same bytes for the same inputs, wherever they were kept', () => {
    const kept = JSON.parse(JSON.stringify(inputs(running))) as ReturnType<typeof inputs>
    expect(canonicalJson(assess(sample, kept))).toBe(canonicalJson(assess(sample, inputs(running))))
    expect(canonicalJson(assess(sample, kept, 'quality/1'))).not.toBe(canonicalJson(assess(sample, kept)))
  })
})
