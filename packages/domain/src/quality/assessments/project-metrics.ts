import type { Hundredths } from '../rational.ts'
import { FULL_MARKS, leaves, type Rubric } from '../rubrics/rubric.ts'
import { METRICS, type MetricKey, type MetricReason, metricFigure } from './metrics.ts'
import type { CohortFacts, ProjectFacts } from './project-facts.ts'

/** Why a metric has no figure: nothing it counts has happened, nobody said, or the counts make no sense. */
type ReadingReason =
  | MetricReason
  | 'not_promised'
  | 'not_begun'
  | 'nothing_held'
  | 'not_concluded'
  | 'no_survey'
  | 'survey_open'
  | 'too_few_answers'
  | 'no_milestones'
  | 'none_due'
  | 'not_reported'
  | 'no_round'

type ReadingSource = { kind: 'cohort' | 'survey' | 'round' | 'agreement' | 'report'; id: string }

type Counted = { numerator: number; denominator: number }
/** What was reported by hand where a computed figure stands and says something else. */
type ReportedFigure = Counted & { value: Hundredths }

/**
 * One metric of a project: hundredths of a percent from whole counts, or null with the reason. `origin`: computed from delivery data, or
 * reported by hand where nothing was kept. `from` says what was counted.
 */
export type MetricReading = { metric: MetricKey; from: ReadingSource[]; differs: ReportedFigure | null } & (
  | (Counted & { value: Hundredths; origin: 'computed' | 'reported'; reason: null })
  | { value: null; numerator: number | null; denominator: number | null; origin: null; reason: ReadingReason }
)

type Found = { counts: Counted; from: ReadingSource[] } | { reason: ReadingReason }
type Finder = (facts: ProjectFacts, asOf: string) => Found

/** Below five answers a survey shows nothing (domain.md §6). */
const LEAST_ANSWERS = 5
/** Minutes of a lesson (学时). */
export const LESSON_MINUTES = 45

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0)
const sources = (kind: ReadingSource['kind'], rows: readonly { id: string }[]) => rows.map(({ id }) => ({ kind, id }))

/** Lessons come in quarters: quarter minutes are the whole count that loses nothing. */
function quarterMinutes(lessons: number): number {
  return Math.round(lessons * 4 * LESSON_MINUTES)
}

function agreement(facts: ProjectFacts): ReadingSource {
  return { kind: 'agreement', id: String(facts.agreementNo) }
}

/** Cohorts whose training has begun: before, a roster is an intention. */
function begun(facts: ProjectFacts): CohortFacts[] {
  return facts.cohorts.filter(({ state }) => state === 'running' || state === 'concluding' || state === 'concluded')
}

function promisedPersons({ promised, figures }: ProjectFacts): number | null {
  return promised.planned ?? figures.planned ?? null
}

const participation: Finder = (facts) => {
  const cohorts = begun(facts)
  const planned = promisedPersons(facts)
  if (cohorts.length === 0) return { reason: 'not_begun' }
  if (planned === null) return { reason: 'not_promised' }
  // more came than were planned for: that is full participation, not a broken figure
  const numerator = Math.min(
    sum(cohorts, ({ roster }) => roster),
    planned,
  )
  return { counts: { numerator, denominator: planned }, from: [agreement(facts), ...sources('cohort', cohorts)] }
}

const learning: Finder = (facts) => {
  const held = begun(facts).filter(({ heldSessions }) => heldSessions > 0)
  if (held.length === 0) return { reason: 'nothing_held' }
  const denominator = sum(held, ({ heldSessions, roster }) => heldSessions * roster)
  return { counts: { numerator: sum(held, ({ whole }) => whole), denominator }, from: sources('cohort', held) }
}

const completion: Finder = (facts) => {
  const concluded = facts.cohorts.filter(({ state }) => state === 'concluded')
  if (concluded.length === 0) return { reason: 'not_concluded' }
  const counts = {
    numerator: sum(concluded, ({ completed }) => completed),
    denominator: sum(concluded, ({ roster }) => roster),
  }
  return { counts, from: sources('cohort', concluded) }
}

const attendance: Finder = (facts) => {
  const held = begun(facts).filter(({ state, heldSessions }) => state === 'concluded' || heldSessions > 0)
  if (held.length === 0) return { reason: 'nothing_held' }
  const isFrozen = (one: CohortFacts) => one.state === 'concluded' && one.frozenDue > 0
  const counts = {
    numerator: sum(held, (one) => (isFrozen(one) ? one.frozenAttended : one.attended)),
    denominator: sum(held, (one) => (isFrozen(one) ? one.frozenDue : one.heldMinutes * one.roster)),
  }
  return { counts, from: sources('cohort', held) }
}

/** Each cohort owes the promised hours: what is held is counted against the promise times the number of cohorts. */
const hoursDelivered: Finder = (facts) => {
  const { cohorts, promised, figures } = facts
  const hours = promised.hours ?? figures.hoursPromised ?? null
  if (begun(facts).length === 0) return { reason: 'not_begun' }
  if (cohorts.every(({ heldSessions }) => heldSessions === 0)) return { reason: 'nothing_held' }
  if (hours === null) return { reason: 'not_promised' }
  const counts = {
    numerator: sum(cohorts, ({ heldMinutes }) => heldMinutes * 4),
    denominator: quarterMinutes(hours) * cohorts.length,
  }
  return { counts, from: [agreement(facts), ...sources('cohort', cohorts)] }
}

function closedSurveys({ surveys }: ProjectFacts) {
  return surveys.filter(({ state }) => state === 'closed')
}

const satisfaction: Finder = (facts) => {
  const closed = closedSurveys(facts)
  if (closed.length === 0) return { reason: facts.surveys.length > 0 ? 'survey_open' : 'no_survey' }
  const rated = closed.filter((one) => one.satisfaction !== null)
  if (rated.length === 0) return { reason: 'too_few_answers' }
  const counts = {
    numerator: sum(rated, (one) => one.satisfaction?.points ?? 0),
    denominator: sum(rated, (one) => one.satisfaction?.full ?? 0),
  }
  return { counts, from: sources('survey', rated) }
}

const responseRate: Finder = (facts) => {
  const closed = closedSurveys(facts)
  if (closed.length === 0) return { reason: facts.surveys.length > 0 ? 'survey_open' : 'no_survey' }
  const counts = { numerator: sum(closed, ({ answered }) => answered), denominator: sum(closed, (one) => one.invited) }
  return { counts, from: sources('survey', closed) }
}

/** Milestones whose last day has passed; one that nobody registered as reached counts as late once any is registered. */
const milestonesOnTime: Finder = (facts, asOf) => {
  const { milestones } = facts
  if (milestones.length === 0) return { reason: 'no_milestones' }
  const due = milestones.filter(({ to }) => to < asOf)
  if (due.length === 0) return { reason: 'none_due' }
  if (milestones.every(({ settledOn }) => settledOn === null)) return { reason: 'not_reported' }
  const onTime = due.filter(({ settledOn, to }) => settledOn !== null && settledOn <= to)
  return { counts: { numerator: onTime.length, denominator: due.length }, from: [agreement(facts)] }
}

function followedUpAfter(month: number): Finder {
  return ({ rounds }) => {
    const asked = rounds.filter((round) => round.month === month && round.due > 0)
    if (asked.length === 0) return { reason: 'no_round' }
    const counts = { numerator: sum(asked, ({ done }) => done), denominator: sum(asked, ({ due }) => due) }
    return { counts, from: sources('round', asked) }
  }
}

/** Expenses are not kept one by one yet: what is spent is what the unit reports. */
const budgetExecution: Finder = () => ({ reason: 'not_reported' })

const COMPUTED: Record<MetricKey, Finder> = {
  participation,
  learning,
  completion,
  attendance,
  hours_delivered: hoursDelivered,
  satisfaction,
  response_rate: responseRate,
  milestones_on_time: milestonesOnTime,
  budget_execution: budgetExecution,
  follow_up_3: followedUpAfter(3),
  follow_up_6: followedUpAfter(6),
  follow_up_12: followedUpAfter(12),
}

type Sides = { part: number | null | undefined; whole: number | null | undefined }
const REPORTED: Partial<Record<MetricKey, (facts: ProjectFacts) => Sides>> = {
  participation: (facts) => {
    const planned = promisedPersons(facts)
    const { enrolled } = facts.figures
    return { part: enrolled === undefined || planned === null ? null : Math.min(enrolled, planned), whole: planned }
  },
  completion: ({ figures }) => ({ part: figures.completed, whole: figures.enrolled }),
  attendance: ({ figures }) => ({ part: figures.attendanceActual, whole: figures.attendanceDue }),
  hours_delivered: ({ figures, promised }) => {
    const hours = promised.hours ?? figures.hoursPromised
    return {
      part: figures.hoursDelivered === undefined ? null : quarterMinutes(figures.hoursDelivered),
      whole: hours === undefined ? null : quarterMinutes(hours),
    }
  },
  satisfaction: ({ figures }) => ({
    part: (figures.surveysAnswered ?? 0) >= LEAST_ANSWERS ? figures.satisfaction : null,
    whole: FULL_MARKS,
  }),
  response_rate: ({ figures }) => ({ part: figures.surveysAnswered, whole: figures.surveysSent }),
  milestones_on_time: ({ figures }) => ({ part: figures.milestonesOnTime, whole: figures.milestonesDue }),
  budget_execution: ({ figures, promised }) => ({ part: figures.spent, whole: promised.budget ?? figures.budget }),
}

function reportedFor(metric: MetricKey, facts: ProjectFacts): ReportedFigure | { reason: MetricReason } | null {
  const { part, whole } = REPORTED[metric]?.(facts) ?? { part: null, whole: null }
  if (part === null || part === undefined || whole === null || whole === undefined) return null
  const figure = metricFigure(metric, { numerator: part, denominator: whole })
  return figure.value === null
    ? { reason: figure.reason }
    : { numerator: part, denominator: whole, value: figure.value }
}

const REPORT: ReadingSource[] = [{ kind: 'report', id: 'figures' }]
/** Reasons after which a report does not stand in: there were surveys, and they say that too few answered. */
const FINAL: readonly ReadingReason[] = ['too_few_answers']

function readingOf(metric: MetricKey, facts: ProjectFacts, asOf: string): MetricReading {
  const found = COMPUTED[metric](facts, asOf)
  const reported = reportedFor(metric, facts)
  const told = reported !== null && 'value' in reported ? reported : null
  if ('counts' in found) {
    const { counts, from } = found
    const figure = metricFigure(metric, counts)
    const differs = told !== null && told.value !== figure.value ? told : null
    return figure.value === null
      ? { metric, ...counts, value: null, origin: null, reason: figure.reason, from, differs }
      : { metric, ...counts, value: figure.value, origin: 'computed', reason: null, from, differs }
  }
  if (told !== null && !FINAL.includes(found.reason))
    return { metric, ...told, origin: 'reported', reason: null, from: REPORT, differs: null }
  const reason = reported !== null && 'reason' in reported ? reported.reason : found.reason
  return { metric, value: null, numerator: null, denominator: null, origin: null, reason, from: [], differs: told }
}

/**
 * Every metric of domain.md §4 for one project on a day, in the order of METRICS: the one place where completion and monthly
 * snapshots read their figures. What is computed wins over what was reported; a difference is told.
 */
export function projectMetrics(facts: ProjectFacts, asOf: string): MetricReading[] {
  return (Object.keys(METRICS) as MetricKey[]).map((metric) => readingOf(metric, facts, asOf))
}

/** The metric that a measured leaf reads; a survey leaf reads satisfaction unless it names another. Null for other sources. */
export function metricOfLeaf(leaf: { source: string; metric?: string | undefined }): string | null {
  if (leaf.source === 'survey') return leaf.metric?.trim() || 'satisfaction'
  return leaf.source === 'metric' ? (leaf.metric ?? '') : null
}

/** What the measured leaves of a rubric read, and the inspection leaves that a sealed visit filled: null where data are missing. */
export function measuredLeaves(
  rubric: Rubric,
  readings: readonly MetricReading[],
  inspection: Readonly<Record<string, Hundredths>> = {},
): Record<string, Hundredths | null> {
  return Object.fromEntries(
    leaves(rubric).flatMap((leaf) => {
      if (leaf.source === 'inspection')
        return Object.hasOwn(inspection, leaf.key) ? [[leaf.key, inspection[leaf.key] ?? null]] : []
      const metric = metricOfLeaf(leaf)
      if (metric === null) return []
      return [[leaf.key, readings.find((reading) => reading.metric === metric)?.value ?? null]]
    }),
  )
}
