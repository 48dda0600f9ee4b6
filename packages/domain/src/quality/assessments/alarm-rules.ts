import { addDays } from '../../shared/china-time.ts'
import type { Hundredths } from '../rational.ts'
import type { MetricKey } from './metrics.ts'
import type { MilestoneFacts, ProjectFacts } from './project-facts.ts'

/**
 * When an alarm sounds, as data of the bureau. `below`: a metric under so many hundredths of a percent; `fall`: a metric or the total
 * so many hundredths lower than at the close of the month before; `overdue`: a milestone not reached so many days after its last day;
 * `silent`: a running project of which nothing came in for so many days.
 */
export type AlarmRule =
  | { key: string; kind: 'below'; metric: MetricKey; limit: Hundredths }
  | { key: string; kind: 'fall'; metric: MetricKey | 'total'; points: Hundredths }
  | { key: string; kind: 'overdue'; days: number }
  | { key: string; kind: 'silent'; days: number }

/** Ours, to begin with: no official limits are known. */
export const DEFAULT_ALARM_RULES: AlarmRule[] = [
  { key: 'participation', kind: 'below', metric: 'participation', limit: 8000 },
  { key: 'attendance', kind: 'below', metric: 'attendance', limit: 8000 },
  { key: 'satisfaction', kind: 'below', metric: 'satisfaction', limit: 8000 },
  { key: 'total', kind: 'fall', metric: 'total', points: 1000 },
  { key: 'milestone', kind: 'overdue', days: 7 },
  { key: 'silent', kind: 'silent', days: 30 },
]

/** What a rule found. `subject` tells alarms of one rule apart; figures in hundredths, days in whole days. */
export type RaisedAlarm = { rule: string; subject: string } & (
  | { kind: 'below'; metric: MetricKey; value: Hundredths; limit: Hundredths }
  | { kind: 'fall'; metric: MetricKey | 'total'; before: Hundredths; value: Hundredths; points: Hundredths }
  | { kind: 'overdue'; text: string; to: string; days: number }
  | { kind: 'silent'; lastOn: string; days: number }
)

/** Figures of a month, in hundredths; what has none is null or absent. */
export type MonthFigures = { total: Hundredths | null; metrics: Partial<Record<MetricKey, Hundredths | null>> }

type Given = {
  rules: readonly AlarmRule[]
  facts: ProjectFacts
  asOf: string
  now: MonthFigures
  /** How the month before was closed; null when it was not, or is not known. */
  before: MonthFigures | null
}

const figureOf = (figures: MonthFigures, metric: MetricKey | 'total') =>
  metric === 'total' ? figures.total : (figures.metrics[metric] ?? null)

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / 86_400_000
}

function openMilestones({ milestones }: ProjectFacts): MilestoneFacts[] {
  return milestones.filter(({ settledOn }) => settledOn === null)
}

/** Milestones are looked at while the unit can still register them. */
const MILESTONES_WATCHED: readonly string[] = ['preparing', 'running', 'concluding']

function raisedBy(rule: AlarmRule, { facts, asOf, now, before }: Given): RaisedAlarm[] {
  switch (rule.kind) {
    case 'below': {
      const { key, kind, metric, limit } = rule
      const value = now.metrics[metric] ?? null
      return value !== null && value < limit ? [{ rule: key, subject: metric, kind, metric, value, limit }] : []
    }
    case 'fall': {
      const { key, kind, metric, points } = rule
      const value = figureOf(now, metric)
      const earlier = before === null ? null : figureOf(before, metric)
      return value !== null && earlier !== null && earlier - value >= points
        ? [{ rule: key, subject: metric, kind, metric, before: earlier, value, points }]
        : []
    }
    case 'overdue':
      if (!MILESTONES_WATCHED.includes(facts.state)) return []
      return openMilestones(facts)
        .map(({ key, text, to }) => ({ subject: key, text, to, days: daysBetween(to, asOf) }))
        .filter(({ days }) => days >= rule.days)
        .map((found) => ({ rule: rule.key, kind: rule.kind, ...found }))
    case 'silent': {
      const { lastDataOn } = facts
      if (facts.state !== 'running' || lastDataOn === null) return []
      const days = daysBetween(lastDataOn, asOf)
      return days >= rule.days ? [{ rule: rule.key, subject: '', kind: rule.kind, lastOn: lastDataOn, days }] : []
    }
  }
}

/** Every alarm that stands on a day, by rule and subject. A figure that is missing is below nothing: `silent` tells of it. */
export function raisedAlarms(given: Given): RaisedAlarm[] {
  return given.rules.flatMap((rule) => raisedBy(rule, given))
}

/**
 * The next day on which time alone changes something of a project after `asOf`: a milestone falls due or becomes overdue, nothing
 * has come in for too long, or the month is over. What data change is told by the data.
 */
export function nextChangeOn(facts: ProjectFacts, rules: readonly AlarmRule[], asOf: string, closesOn: string): string {
  const overdue = rules.flatMap((rule) => (rule.kind === 'overdue' ? [rule.days] : []))
  const silent = rules.flatMap((rule) => (rule.kind === 'silent' ? [rule.days] : []))
  const { lastDataOn } = facts
  const days = [
    addDays(closesOn, 1),
    ...facts.milestones.map(({ to }) => addDays(to, 1)),
    ...openMilestones(facts).flatMap(({ to }) => overdue.map((n) => addDays(to, n))),
    ...(lastDataOn === null ? [] : silent.map((n) => addDays(lastDataOn, n))),
  ]
  return days.filter((day) => day > asOf).reduce((first, day) => (day < first ? day : first), '9999-12-31')
}
