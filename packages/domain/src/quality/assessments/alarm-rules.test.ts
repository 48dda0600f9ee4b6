import { describe, expect, it } from 'vitest'
import { alarmText } from './alarm.ts'
import { type AlarmRule, type MonthFigures, nextChangeOn, raisedAlarms } from './alarm-rules.ts'
import type { ProjectFacts } from './project-facts.ts'
import { projectFacts } from './test-project-facts.ts'

const DAY = '2026-06-15'
const NOW: MonthFigures = { total: 8000, metrics: { attendance: 8000 } }
const raised = (
  rule: AlarmRule,
  given: { facts?: Partial<ProjectFacts>; now?: MonthFigures; before?: MonthFigures | null },
) =>
  raisedAlarms({
    rules: [rule],
    facts: projectFacts(given.facts),
    asOf: DAY,
    now: given.now ?? NOW,
    before: given.before ?? null,
  })
const attendance = (value: number | null): MonthFigures => ({ total: null, metrics: { attendance: value } })
const milestone = (to: string, settledOn: string | null = null) => ({
  key: '开班',
  text: '开班',
  from: to,
  to,
  settledOn,
})

describe('a metric below its limit', () => {
  const rule: AlarmRule = { key: 'a', kind: 'below', metric: 'attendance', limit: 8000 }
  it.each([
    [7999, 1],
    [8000, 0],
    [8001, 0],
    [0, 1],
    [null, 0],
  ])('%s sounds %d', (value, n) => expect(raised(rule, { now: attendance(value) }).length).toBe(n))
})

describe('a fall against the month before', () => {
  const rule: AlarmRule = { key: 'f', kind: 'fall', metric: 'total', points: 1000 }
  it.each([
    [8999, 0],
    [9000, 1],
    [9001, 1],
    [7000, 0],
    [null, 0],
  ])('from %s to 80.00 sounds %d', (total, n) => {
    expect(raised(rule, { before: { total, metrics: {} } }).length).toBe(n)
  })
  it('is not known without a month before', () => expect(raised(rule, {})).toEqual([]))
  it('is not known while there is no figure now', () =>
    expect(raised(rule, { now: attendance(null), before: { total: 9999, metrics: {} } })).toEqual([]))
})

describe('a milestone overdue', () => {
  const rule: AlarmRule = { key: 'm', kind: 'overdue', days: 7 }
  it.each([
    ['2026-06-09', null, 0],
    ['2026-06-08', null, 1],
    ['2026-06-07', null, 1],
    ['2026-06-07', '2026-06-14', 0],
  ])('of %s, settled %s, sounds %d', (to, settledOn, n) => {
    expect(raised(rule, { facts: { milestones: [milestone(to, settledOn)] } }).length).toBe(n)
  })
  it('is nobody’s any more once the project is completed', () => {
    expect(raised(rule, { facts: { state: 'completed', milestones: [milestone('2026-01-01')] } })).toEqual([])
  })
})

describe('a project that nobody tells anything of', () => {
  const rule: AlarmRule = { key: 's', kind: 'silent', days: 30 }
  it.each([
    ['2026-05-17', 'running', 0],
    ['2026-05-16', 'running', 1],
    ['2026-05-16', 'preparing', 0],
    ['2026-05-16', 'concluding', 0],
    [null, 'running', 0],
  ] as const)('since %s, %s, sounds %d', (lastDataOn, state, n) => {
    expect(raised(rule, { facts: { lastDataOn, state } }).length).toBe(n)
  })
})

it('says in one line what it found', () => {
  const lines = [
    raised({ key: 'a', kind: 'below', metric: 'attendance', limit: 8050 }, {}),
    raised({ key: 'f', kind: 'fall', metric: 'total', points: 100 }, { before: { total: 9123, metrics: {} } }),
    raised({ key: 'm', kind: 'overdue', days: 7 }, { facts: { milestones: [milestone('2026-06-01')] } }),
    raised({ key: 's', kind: 'silent', days: 7 }, { facts: { lastDataOn: '2026-06-01' } }),
  ]
  expect(lines.flat().map(alarmText)).toEqual([
    '出勤率 80.00%，低于 80.50%',
    '阶段分由 91.23 降到 80.00，比上月低 11.23 分',
    '节点“开班”应于 2026-06-01 前完成，已逾期 14 天',
    '已 14 天没有新的实施数据，最近一次为 2026-06-01',
  ])
})

describe('the next day on which time alone changes something', () => {
  const rules: AlarmRule[] = [
    { key: 'm', kind: 'overdue', days: 7 },
    { key: 's', kind: 'silent', days: 30 },
  ]
  const next = (facts: Partial<ProjectFacts>) => nextChangeOn(projectFacts(facts), rules, DAY, '2026-06-30')
  it.each([
    [{}, '2026-07-01'],
    [{ milestones: [milestone('2026-06-20')] }, '2026-06-21'],
    [{ milestones: [milestone('2026-06-10')] }, '2026-06-17'],
    [{ milestones: [milestone('2026-06-10', '2026-06-10')] }, '2026-07-01'],
    [{ milestones: [milestone('2026-06-01')] }, '2026-07-01'],
    [{ lastDataOn: '2026-05-20' }, '2026-06-19'],
    [{ lastDataOn: '2026-05-16' }, '2026-07-01'],
  ] as const)('of %j is %s', (facts, day) => expect(next(facts as Partial<ProjectFacts>)).toBe(day))
})
