import { describe, expect, it } from 'vitest'
import { type Criterion, DEFAULT_BANDS, DEFAULT_DISAGREEMENT, type Rubric } from '../quality/rubric.ts'
import type { ProjectFigures } from './figures.ts'
import { measuredFigures } from './measured-figures.ts'

function rubric(criteria: Criterion[]): Rubric {
  return {
    title: '结项',
    criteria,
    missing: 'block',
    bands: DEFAULT_BANDS,
    method: 'mean',
    disagreement: DEFAULT_DISAGREEMENT,
  }
}
const leaf = (more: Partial<Criterion>): Criterion => ({ key: 'x', title: '甲', kind: 'leaf', max: 1000, ...more })
const measure = (metric: string, figures: ProjectFigures) =>
  measuredFigures(rubric([leaf({ source: 'metric', metric })]), figures)['x']

describe('metrics', () => {
  const rows: [string, ProjectFigures, number | null][] = [
    ['participation', { enrolled: 48, planned: 50 }, 9600],
    ['participation', { enrolled: 50, planned: 50 }, 10_000],
    ['participation', { enrolled: 51, planned: 50 }, 10_000],
    ['participation', { enrolled: 0, planned: 50 }, 0],
    ['participation', { enrolled: 5, planned: 0 }, null],
    ['participation', { enrolled: 5 }, null],
    ['participation', { planned: 5 }, null],
    ['completion', { completed: 1, enrolled: 3 }, 3333],
    ['completion', { completed: 2, enrolled: 3 }, 6667],
    ['completion', { completed: 4, enrolled: 3 }, null],
    ['completion', { completed: 0, enrolled: 0 }, null],
    ['attendance', { attendanceActual: 7, attendanceDue: 8 }, 8750],
    ['hours_delivered', { hoursDelivered: 39, hoursPromised: 40 }, 9750],
    ['hours_delivered', { hoursDelivered: 39.75, hoursPromised: 40.25 }, 9876],
    ['hours_delivered', { hoursDelivered: 44, hoursPromised: 40 }, 11_000],
    ['response_rate', { surveysAnswered: 1, surveysSent: 8 }, 1250],
    ['milestones_on_time', { milestonesOnTime: 0, milestonesDue: 4 }, 0],
    ['milestones_on_time', { milestonesOnTime: 0, milestonesDue: 0 }, null],
    ['budget_execution', { spent: 101, budget: 100 }, 10_100],
    ['budget_execution', { budget: 100 }, null],
    ['follow_up_6', { enrolled: 50, completed: 50 }, null],
    ['learning', { enrolled: 50, completed: 50 }, null],
    ['no_such_metric', { enrolled: 50, completed: 50 }, null],
    ['constructor', { enrolled: 50, completed: 50 }, null],
  ]
  it.each(rows)('%s of %j is %s', (metric, figures, value) => expect(measure(metric, figures)).toBe(value))

  it('is absent for a measured leaf that names no metric', () =>
    expect(measuredFigures(rubric([leaf({ source: 'metric' })]), { enrolled: 1, planned: 1 })).toEqual({ x: null }))
})

describe('surveys', () => {
  const rows: [ProjectFigures, number | null][] = [
    [{ satisfaction: 9235, surveysAnswered: 4 }, null],
    [{ satisfaction: 9235, surveysAnswered: 5 }, 9235],
    [{ satisfaction: 9235, surveysAnswered: 6 }, 9235],
    [{ satisfaction: 0, surveysAnswered: 5 }, 0],
    [{ satisfaction: 9235 }, null],
    [{ surveysAnswered: 5 }, null],
  ]
  it.each(rows)('%j show %s, as a survey leaf and as the metric of satisfaction', (figures, value) => {
    expect(measuredFigures(rubric([leaf({ source: 'survey' })]), figures)).toEqual({ x: value })
    expect(measure('satisfaction', figures)).toBe(value)
  })
})

it('reads every measured leaf of the tree and no other', () => {
  const tree = rubric([
    { key: 'g', title: '组', kind: 'group', children: [leaf({ key: 'a', source: 'metric', metric: 'completion' })] },
    leaf({ key: 'b', source: 'survey' }),
    ...(['expert', 'inspection', 'self'] as const).map((source) => leaf({ key: source, source })),
    leaf({ key: 'unsaid' }),
  ])
  expect(measuredFigures(tree, { completed: 9, enrolled: 10 })).toEqual({ a: 9000, b: null })
})
