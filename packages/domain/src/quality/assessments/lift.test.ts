import { describe, expect, it } from 'vitest'
import type { Criterion, Rubric } from '../rubrics/rubric.ts'
import { SAMPLE_RUBRICS } from '../rubrics/sample-rubrics.ts'
import { assess } from './assess.ts'
import { liftList } from './lift.ts'
import type { ProjectFacts } from './project-facts.ts'
import { cohortFacts, projectFacts } from './test-project-facts.ts'

const sample = SAMPLE_RUBRICS.find(({ key }) => key === 'completion')?.rubric as Rubric
const measured = (metric: string, max: number): Criterion => ({
  key: metric,
  title: metric,
  kind: 'leaf',
  max,
  source: 'metric',
  metric,
})
function listed(facts: Partial<ProjectFacts>, criteria: Criterion[] = sample.criteria) {
  const rubric = { ...sample, criteria }
  const inputs = { rubricId: 'rub_1', rubricVersion: 1, asOf: '2026-06-15', facts: projectFacts(facts) }
  return liftList(rubric, inputs.facts, assess(rubric, inputs))
}
function only(metric: string, facts: Partial<ProjectFacts>, max = 2000) {
  const [lift] = listed(facts, [measured(metric, max)]).lifts
  if (!lift) return null
  const { now, best, gain, lost, code, n, sure, by } = lift
  return { now, best, gain, lost, code, n, sure, by }
}
const survey = {
  id: 's',
  state: 'closed' as const,
  invited: 40,
  answered: 20,
  satisfaction: { points: 90, full: 100 },
  until: '2026-06-20T16:00:00.000Z',
}
const milestone = (key: string, to: string, settledOn: string | null = null) => ({
  key,
  text: key,
  from: to,
  to,
  settledOn,
})

describe('what would lift a leaf', () => {
  it('counts persons to the hundredth: 再有 6 人, +2.40 分', () => {
    expect(only('participation', { cohorts: [cohortFacts({ roster: 44 })] })).toEqual({
      now: 1760,
      best: 2000,
      gain: 240,
      lost: 0,
      code: 'enrol',
      n: 6,
      sure: true,
      by: null,
    })
  })

  it('knows what of a completion rate is lost for good', () => {
    const cohorts = [cohortFacts({ state: 'concluded', completed: 40 }), cohortFacts({ id: 'coh_2', roster: 30 })]
    // 70 of 80 at best: 17.50 of 20 points
    expect(only('completion', { cohorts })).toMatchObject({
      now: 1600,
      best: 1750,
      gain: 150,
      lost: 250,
      n: 30,
      code: 'complete_roster',
    })
    expect(only('completion', { cohorts: cohorts.slice(0, 1) })).toMatchObject({ gain: 0, lost: 400, code: 'too_late' })
  })

  it('asks for the sessions to come, not for those that were', () => {
    const cohorts = [cohortFacts({ attended: 45_000 })]
    // 45,000 + 450 × 50 of 90,000 + 450 × 50
    expect(only('attendance', { cohorts })).toMatchObject({ now: 1000, best: 1200, code: 'attend_rest', n: 2 })
    expect(only('attendance', { cohorts: [cohortFacts({ attended: 45_000, plannedMinutes: 0 })] })).toMatchObject({
      gain: 0,
      code: 'too_late',
    })
  })

  it('cannot lift a survey that is closed, unless there is time for another', () => {
    expect(only('response_rate', { surveys: [survey] })).toMatchObject({ gain: 0, code: 'too_late' })
    expect(only('satisfaction', { surveys: [survey] })).toMatchObject({ gain: 200, sure: false, code: 'survey_again' })
    expect(only('satisfaction', { state: 'completed', surveys: [survey] })).toMatchObject({ gain: 0, code: 'too_late' })
    const both = [survey, { ...survey, id: 't', state: 'open' as const, answered: 10 }]
    // 20 + 40 of 80
    expect(only('response_rate', { surveys: both })).toMatchObject({
      now: 1000,
      best: 1500,
      n: 30,
      code: 'collect',
      by: '2026-06-21',
    })
  })

  it('tells milestones to register from those to keep', () => {
    const milestones = [
      milestone('甲', '2026-06-01', '2026-06-01'),
      milestone('乙', '2026-06-10', '2026-06-12'),
      milestone('丙', '2026-07-01'),
    ]
    expect(only('milestones_on_time', { milestones })).toMatchObject({
      now: 1000,
      best: 1333,
      code: 'keep_milestones',
      n: 1,
      by: '2026-07-01',
    })
    const unsaid = [...milestones, milestone('丁', '2026-05-01')]
    expect(only('milestones_on_time', { milestones: unsaid })).toMatchObject({
      now: 667,
      best: 1500,
      code: 'register_milestones',
      n: 1,
      sure: false,
    })
  })

  it('says lessons, money and teachers to follow up', () => {
    expect(only('hours_delivered', { cohorts: [cohortFacts({ heldMinutes: 1801 })] })).toMatchObject({
      code: 'teach',
      n: 10,
      best: 2000,
    })
    expect(only('budget_execution', { figures: { spent: 4_000_000 } })).toMatchObject({
      code: 'spend',
      n: 1_000_000,
      gain: 400,
    })
    const round = { id: 'r', month: 6, stage: 'asked' as const, opensOn: '2026-06-01', due: 8, done: 5 }
    expect(only('follow_up_6', { rounds: [round] })).toMatchObject({ code: 'follow_up', n: 3, best: 2000 })
    expect(only('follow_up_6', { rounds: [{ ...round, stage: 'over' }] })).toMatchObject({ code: 'too_late', gain: 0 })
  })

  it('is silent about a leaf that is full, also above its promise', () => {
    expect(only('hours_delivered', { cohorts: [cohortFacts({ heldMinutes: 2475 })] })).toBeNull()
    expect(only('participation', { cohorts: [cohortFacts({})] })).toBeNull()
  })
})

describe('the list', () => {
  it('puts the most gain first, and says what people will judge', () => {
    const { lifts, later, reachable } = listed({ cohorts: [cohortFacts({ roster: 44, attended: 60_000, whole: 400 })] })
    const gains = lifts.map(({ gain }) => gain)
    expect(gains).toEqual([...gains].sort((a, b) => b - a))
    expect(later).toEqual([{ source: 'expert', max: 3500 }])
    expect(reachable).not.toBeNull()
  })

  it('never promises more than a leaf or the whole can give', () => {
    const states = ['preparing', 'running', 'concluding', 'completed'] as const
    for (const state of states)
      for (const roster of [0, 1, 7, 50, 60])
        for (const heldMinutes of [0, 1, 1801, 2475]) {
          const { lifts, reachable } = listed({
            state,
            cohorts: [
              cohortFacts({ roster, heldMinutes, attended: Math.floor((heldMinutes * roster) / 3), whole: roster }),
            ],
            surveys: [survey],
            figures: { spent: 5_500_000 },
          })
          for (const { now, best, gain, lost, max } of lifts) {
            expect([(now ?? 0) + gain, best + lost]).toEqual([best, max])
            expect(gain).toBeGreaterThanOrEqual(0)
            expect(best).toBeLessThanOrEqual(max)
          }
          expect(reachable ?? 0).toBeLessThanOrEqual(10_000)
        }
  })
})
