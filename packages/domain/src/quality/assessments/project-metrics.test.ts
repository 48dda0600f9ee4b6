import { describe, expect, it } from 'vitest'
import type { ProjectFigures } from '../../training/figures.ts'
import type { Criterion, Rubric } from '../rubrics/rubric.ts'
import { SAMPLE_RUBRICS } from '../rubrics/sample-rubrics.ts'
import { METRICS, type MetricKey } from './metrics.ts'
import { milestoneKeys, type ProjectFacts } from './project-facts.ts'
import { type MetricReading, measuredLeaves, projectMetrics } from './project-metrics.ts'
import { cohortFacts, projectFacts } from './test-project-facts.ts'

const DAY = '2026-06-15'
function read(metric: MetricKey, facts: Partial<ProjectFacts>): MetricReading {
  const found = projectMetrics(projectFacts(facts), DAY).find((one) => one.metric === metric)
  if (!found) throw new Error(metric)
  return found
}
const told = (metric: MetricKey, facts: Partial<ProjectFacts>) => {
  const { value, numerator, denominator, origin, reason } = read(metric, facts)
  return value === null ? reason : [value, numerator, denominator, origin]
}
const NOTHING = { planned: null, hours: null, budget: null }
const survey = {
  id: 'sur_1',
  state: 'closed' as const,
  invited: 40,
  answered: 20,
  satisfaction: { points: 90, full: 100 },
  until: '2026-06-01T16:00:00.000Z',
}
const round = { id: 'fur_1', month: 6, stage: 'asked' as const, opensOn: '2026-06-01', due: 8, done: 5 }
const milestone = (to: string, settledOn: string | null, text = '开班') => ({
  key: text,
  text,
  from: '2026-03-01',
  to,
  settledOn,
})

describe('metrics from what delivery keeps', () => {
  const cohorts = (...given: Parameters<typeof cohortFacts>[0][]) => given.map((one) => cohortFacts(one))
  const rows: [MetricKey, Partial<ProjectFacts>, unknown][] = [
    ['participation', { cohorts: cohorts({ roster: 48 }) }, [9600, 48, 50, 'computed']],
    ['participation', { cohorts: cohorts({ roster: 51 }) }, [10_000, 50, 50, 'computed']],
    ['participation', { cohorts: cohorts({ roster: 0 }) }, [0, 0, 50, 'computed']],
    ['participation', { cohorts: cohorts({ roster: 30, state: 'nominating' }) }, 'not_begun'],
    ['participation', { cohorts: cohorts({}), promised: NOTHING }, 'not_promised'],
    [
      'participation',
      { cohorts: cohorts({}), promised: NOTHING, figures: { planned: 60 } },
      [8333, 50, 60, 'computed'],
    ],
    ['participation', {}, 'not_begun'],
    ['hours_delivered', { cohorts: cohorts({ heldSessions: 0, heldMinutes: 0 }) }, 'nothing_held'],
    ['learning', { cohorts: cohorts({ whole: 499 }) }, [9980, 499, 500, 'computed']],
    ['learning', { cohorts: cohorts({ heldSessions: 0, whole: 0 }) }, 'nothing_held'],
    ['learning', { cohorts: cohorts({ roster: 0, whole: 0 }) }, 'denominator_zero'],
    ['completion', { cohorts: cohorts({}) }, 'not_concluded'],
    ['completion', { cohorts: cohorts({ state: 'concluded', completed: 49 }) }, [9800, 49, 50, 'computed']],
    [
      'completion',
      { cohorts: cohorts({ state: 'concluded', completed: 25 }, { id: 'coh_2' }) },
      [5000, 25, 50, 'computed'],
    ],
    ['attendance', { cohorts: cohorts({ attended: 89_999 }) }, [10_000, 89_999, 90_000, 'computed']],
    ['attendance', { cohorts: cohorts({ attended: 45_000 }) }, [5000, 45_000, 90_000, 'computed']],
    [
      'attendance',
      { cohorts: cohorts({ state: 'concluded', frozenDue: 100, frozenAttended: 95 }) },
      [9500, 95, 100, 'computed'],
    ],
    ['hours_delivered', { cohorts: cohorts({ heldMinutes: 1800 }) }, [8000, 7200, 9000, 'computed']],
    [
      'hours_delivered',
      { cohorts: cohorts({ heldMinutes: 2250 }, { id: 'coh_2', heldMinutes: 0, state: 'ready' }) },
      [5000, 9000, 18_000, 'computed'],
    ],
    ['hours_delivered', { cohorts: cohorts({ heldMinutes: 2475 }) }, [11_000, 9900, 9000, 'computed']],
    ['hours_delivered', { cohorts: cohorts({ state: 'ready', heldMinutes: 0 }) }, 'not_begun'],
    [
      'satisfaction',
      { surveys: [survey, { ...survey, satisfaction: { points: 50, full: 100 } }] },
      [7000, 140, 200, 'computed'],
    ],
    [
      'satisfaction',
      { surveys: [{ ...survey, satisfaction: null }], figures: { satisfaction: 9000, surveysAnswered: 9 } },
      'too_few_answers',
    ],
    ['satisfaction', { surveys: [{ ...survey, state: 'open' }] }, 'survey_open'],
    ['satisfaction', {}, 'no_survey'],
    ['response_rate', { surveys: [survey, { ...survey, state: 'open', answered: 0 }] }, [5000, 20, 40, 'computed']],
    ['milestones_on_time', { milestones: [milestone(DAY, null)] }, 'none_due'],
    ['milestones_on_time', { milestones: [milestone('2026-06-14', null)] }, 'not_reported'],
    ['milestones_on_time', { milestones: [milestone('2026-06-14', '2026-06-14')] }, [10_000, 1, 1, 'computed']],
    ['milestones_on_time', { milestones: [milestone('2026-06-13', '2026-06-14')] }, [0, 0, 1, 'computed']],
    [
      'milestones_on_time',
      { milestones: [milestone('2026-05-01', '2026-04-30'), milestone('2026-06-01', null)] },
      [5000, 1, 2, 'computed'],
    ],
    ['milestones_on_time', {}, 'no_milestones'],
    ['budget_execution', { figures: { spent: 5_050_000 } }, [10_100, 5_050_000, 5_000_000, 'reported']],
    ['budget_execution', {}, 'not_reported'],
    ['follow_up_6', { rounds: [round, { ...round, id: 'fur_2', due: 2, done: 0 }] }, [5000, 5, 10, 'computed']],
    ['follow_up_6', { rounds: [{ ...round, due: 0, done: 0 }] }, 'no_round'],
    ['follow_up_3', { rounds: [round] }, 'no_round'],
  ]
  it.each(rows)('%s of %j is %j', (metric, facts, expected) => expect(told(metric, facts)).toEqual(expected))

  it('say what they counted', () => {
    expect(read('participation', { cohorts: cohorts({}, { id: 'coh_2' }) }).from).toEqual([
      { kind: 'agreement', id: '1' },
      { kind: 'cohort', id: 'coh_1' },
      { kind: 'cohort', id: 'coh_2' },
    ])
    expect(read('budget_execution', { figures: { spent: 1 } }).from).toEqual([{ kind: 'report', id: 'figures' }])
    expect(read('completion', {}).from).toEqual([])
  })

  it('win over what was reported, and the difference is told', () => {
    const facts = { cohorts: cohorts({ state: 'concluded', completed: 40 }), figures: { completed: 49, enrolled: 50 } }
    expect(read('completion', facts)).toMatchObject({
      value: 8000,
      origin: 'computed',
      differs: { numerator: 49, denominator: 50, value: 9800 },
    })
    const same = { ...facts, figures: { completed: 40, enrolled: 50 } }
    expect(read('completion', same).differs).toBeNull()
  })

  it('are all there, in one order, and none is a silent zero', () => {
    const readings = projectMetrics(projectFacts({ promised: NOTHING }), DAY)
    expect(readings.map(({ metric }) => metric)).toEqual(Object.keys(METRICS))
    expect(readings.every(({ value, reason }) => value === null && reason !== null)).toBe(true)
  })
})

describe('what was reported by hand, where nothing is kept', () => {
  const rows: [MetricKey, ProjectFigures, number | null][] = [
    ['participation', { enrolled: 48, planned: 50 }, 9600],
    ['participation', { enrolled: 51, planned: 50 }, 10_000],
    ['participation', { enrolled: 0, planned: 50 }, 0],
    ['participation', { enrolled: 5, planned: 0 }, null],
    ['participation', { enrolled: 5 }, null],
    ['completion', { completed: 1, enrolled: 3 }, 3333],
    ['completion', { completed: 2, enrolled: 3 }, 6667],
    ['completion', { completed: 4, enrolled: 3 }, null],
    ['completion', { completed: 0, enrolled: 0 }, null],
    ['attendance', { attendanceActual: 7, attendanceDue: 8 }, 8750],
    ['hours_delivered', { hoursDelivered: 39.75, hoursPromised: 40.25 }, 9876],
    ['hours_delivered', { hoursDelivered: 44, hoursPromised: 40 }, 11_000],
    ['response_rate', { surveysAnswered: 1, surveysSent: 8 }, 1250],
    ['milestones_on_time', { milestonesOnTime: 0, milestonesDue: 4 }, 0],
    ['milestones_on_time', { milestonesOnTime: 0, milestonesDue: 0 }, null],
    ['budget_execution', { spent: 101, budget: 100 }, 10_100],
    ['budget_execution', { budget: 100 }, null],
    ['satisfaction', { satisfaction: 9235, surveysAnswered: 4 }, null],
    ['satisfaction', { satisfaction: 9235, surveysAnswered: 5 }, 9235],
    ['satisfaction', { satisfaction: 0, surveysAnswered: 5 }, 0],
    ['satisfaction', { satisfaction: 9235 }, null],
    ['follow_up_6', { enrolled: 50, completed: 50 }, null],
    ['learning', { enrolled: 50, completed: 50 }, null],
  ]
  it.each(rows)('%s of %j is %s', (metric, figures, value) => {
    const reading = read(metric, { figures, promised: NOTHING })
    expect(reading.value).toBe(value)
    expect(reading.origin).toBe(value === null ? null : 'reported')
    expect(reading.reason === null).toBe(value !== null)
  })
})

describe('the leaves of a rubric', () => {
  const leaf = (more: Partial<Criterion>): Criterion => ({ key: 'x', title: '甲', kind: 'leaf', max: 1000, ...more })
  const base = SAMPLE_RUBRICS.find(({ key }) => key === 'completion')?.rubric
  const rubric = (criteria: Criterion[]): Rubric => ({ ...(base as Rubric), criteria })
  const readings = projectMetrics(projectFacts({ surveys: [survey], figures: { completed: 9, enrolled: 10 } }), DAY)

  it('read their metric, a survey leaf satisfaction unless it names another; judged leaves are not there', () => {
    const tree = rubric([
      { key: 'g', title: '组', kind: 'group', children: [leaf({ key: 'a', source: 'metric', metric: 'completion' })] },
      leaf({ key: 'b', source: 'survey' }),
      leaf({ key: 'c', source: 'survey', metric: 'response_rate' }),
      leaf({ key: 'd', source: 'metric', metric: 'no_such_metric' }),
      leaf({ key: 'e', source: 'metric' }),
      leaf({ key: 'f', source: 'metric', metric: 'constructor' }),
      ...(['expert', 'inspection', 'self'] as const).map((source) => leaf({ key: source, source })),
    ])
    expect(measuredLeaves(tree, readings)).toEqual({ a: 9000, b: 9000, c: 5000, d: null, e: null, f: null })
  })

  it('take what a sealed inspection found, no more than was asked', () => {
    const tree = rubric([leaf({ key: 'i', source: 'inspection' }), leaf({ key: 'j', source: 'inspection' })])
    expect(measuredLeaves(tree, readings, { i: 550, z: 1 })).toEqual({ i: 550 })
  })
})

it('knows a milestone by its text, and the second of two by its place', () => {
  expect(milestoneKeys([{ text: ' 开班' }, { text: '结班' }, { text: '开班' }])).toEqual(['开班', '结班', '开班#2'])
})
