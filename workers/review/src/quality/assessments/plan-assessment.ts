import type { AlarmRow, AssessmentRow, AssessmentRubric, closedAmong } from '@shixun/db/tenant/assessments'
import type { MetricFigures } from '@shixun/db/tenant/schema/assessments'
import {
  type MonthFigures,
  nextChangeOn,
  type RaisedAlarm,
  raisedAlarms,
} from '@shixun/domain/quality/assessments/alarm-rules'
import { type Assessment, type AssessmentInputs, assess } from '@shixun/domain/quality/assessments/assess'
import {
  assessmentMonth,
  closingDay,
  monthBefore,
  monthsFrom,
} from '@shixun/domain/quality/assessments/assessment-month'
import { ASSESSED_STATES, type AssessmentSetting } from '@shixun/domain/quality/assessments/assessment-setting'
import type { ProjectFacts } from '@shixun/domain/quality/assessments/project-facts'
import { addDays } from '@shixun/domain/shared/china-time'
import type { FactProject } from '@shixun/tenant/project-facts'

type ClosedRow = ReturnType<ReturnType<typeof closedAmong>['decode']>
type Kept = Omit<AssessmentRow, 'alarms' | 'standing' | 'version' | 'createdAt'>
/** A month to be closed; its id and hash are given when it is written. */
type PlannedSnapshot = {
  month: string
  late: boolean
  inputs: AssessmentInputs
  assessment: Assessment
}
/** What a round does about one project; `row` null leaves alone what is not assessed. */
export type PlannedAssessment = {
  row: Kept | null
  snapshots: PlannedSnapshot[]
  raised: RaisedAlarm[]
  told: { id: string; found: RaisedAlarm }[]
  gone: AlarmRow[]
}
export type PlanGiven = {
  project: FactProject
  facts: ProjectFacts
  setting: AssessmentSetting
  /** The rubric by which the project is assessed; null when it is not, or the rubric is not fit for it. */
  rubric: AssessmentRubric | null
  kept: AssessmentRow | null
  closed: readonly ClosedRow[]
  standing: readonly AlarmRow[]
  today: string
  now: string
}

/** Months that a round closes at once for one project; whatever was missed before stays missing. */
const MONTHS_AT_ONCE = 24
/** Closed months that lists show. */
const TREND = 12

/** Figures by metric without those that are missing. */
export function metricFigures({ readings }: Pick<Assessment, 'readings'>): MetricFigures {
  return Object.fromEntries(readings.flatMap(({ metric, value }) => (value === null ? [] : [[metric, value]])))
}

/** A rubric that a bureau may assess by: one for completions, published once. */
export function isFit(rubric: AssessmentRubric | undefined): rubric is AssessmentRubric {
  return rubric !== undefined && rubric.purpose === 'completion' && rubric.state !== 'draft'
}

function snapshotOf(
  { facts, today }: PlanGiven,
  rubric: AssessmentRubric,
  { month, asOf, closesOn }: { month: string; asOf: string; closesOn: string },
): PlannedSnapshot {
  const inputs = { rubricId: rubric.id, rubricVersion: rubric.version, asOf, facts }
  return { month, late: today > addDays(closesOn, 1), inputs, assessment: assess(rubric.body, inputs) }
}

function trendOf(kept: AssessmentRow | null, snapshots: readonly PlannedSnapshot[]): Kept['trend'] {
  const added = snapshots.map(({ month, late, assessment: { total, band } }) => ({ month, total, band, late }))
  return [...(kept?.trend ?? []), ...added].slice(-TREND)
}

const NOTHING = { snapshots: [], raised: [], told: [], gone: [] }

/** A project that is not assessed any more: what stands of its running month is closed when its life is over. */
function rest(given: PlanGiven): PlannedAssessment {
  const { project, kept, rubric, setting, today, now, standing } = given
  if (kept === null || kept.state === 'ended') return { row: null, ...NOTHING }
  const over = project.state !== 'suspended' && !ASSESSED_STATES.includes(project.state)
  const closesOn = closingDay(kept.month, setting.dayOfMonth)
  const isOpen = kept.state === 'running' && !kept.trend.some(({ month }) => month === kept.month)
  const last =
    over && rubric !== null && isOpen
      ? [snapshotOf(given, rubric, { month: kept.month, asOf: today < closesOn ? today : closesOn, closesOn })]
      : []
  return {
    row: {
      ...kept,
      state: over ? 'ended' : 'paused',
      trend: trendOf(kept, last),
      nextOn: null,
      computedAt: now,
    },
    snapshots: last,
    raised: [],
    told: [],
    gone: [...standing],
  }
}

/** How the month before was closed, if it was, and by the same rubric as far as the total goes. */
function monthBeforeOf(
  month: string,
  rubricId: string,
  closed: readonly ClosedRow[],
  snapshots: readonly PlannedSnapshot[],
): MonthFigures | null {
  const wanted = monthBefore(month)
  const planned = snapshots.find((one) => one.month === wanted)
  if (planned) return { total: planned.assessment.total, metrics: metricFigures(planned.assessment) }
  const row = closed.find((one) => one.month === wanted)
  return row ? { total: row.rubricId === rubricId ? row.total : null, metrics: row.figures } : null
}

function alarmsOf(raised: readonly RaisedAlarm[], standing: readonly AlarmRow[]) {
  const isSame = (alarm: RaisedAlarm, row: AlarmRow) => alarm.rule === row.rule && alarm.subject === row.subject
  return {
    raised: raised.filter((alarm) => !standing.some((row) => isSame(alarm, row))),
    told: standing.flatMap((row) => {
      const found = raised.find((alarm) => isSame(alarm, row))
      return found && JSON.stringify(found) !== JSON.stringify(row.found) ? [{ id: row.id, found }] : []
    }),
    gone: standing.filter((row) => !raised.some((alarm) => isSame(alarm, row))),
  }
}

/**
 * What a round does about one project: months whose closing day is over are closed from the data as they stand (late ones
 * marked), the running month is computed anew, alarms sound and go. Pure.
 */
export function planAssessment(given: PlanGiven): PlannedAssessment {
  const { project, facts, setting, rubric, kept, closed, standing, today, now } = given
  if (rubric === null || !ASSESSED_STATES.includes(project.state)) return rest(given)
  const natural = assessmentMonth(today, setting.dayOfMonth)
  const running = kept?.state === 'running' ? kept.month : natural
  // a closing day that was moved later does not open a closed month again
  const last = kept?.trend.at(-1)?.month ?? ''
  const month = [natural, running].reduce((a, b) => (a > b ? a : b))
  const known = new Set([...(kept?.trend ?? []), ...closed].map((one) => one.month))
  const snapshots = monthsFrom(running, month)
    .filter((one) => one > last && !known.has(one))
    .slice(-MONTHS_AT_ONCE)
    .map((one) => {
      const closesOn = closingDay(one, setting.dayOfMonth)
      return snapshotOf(given, rubric, { month: one, asOf: closesOn, closesOn })
    })
  const assessment = assess(rubric.body, { rubricId: rubric.id, rubricVersion: rubric.version, asOf: today, facts })
  const metrics = metricFigures(assessment)
  const raised = raisedAlarms({
    rules: setting.alarms,
    facts,
    asOf: today,
    now: { total: assessment.total, metrics },
    before: monthBeforeOf(month, rubric.id, closed, snapshots),
  })
  return {
    row: {
      projectId: project.id,
      title: project.title,
      unitId: project.unitId,
      unitName: project.unitName,
      rubricId: rubric.id,
      state: 'running',
      month,
      asOf: today,
      total: assessment.total,
      band: assessment.band,
      present: assessment.weight.present,
      measurable: assessment.weight.measurable,
      figures: metrics,
      trend: trendOf(kept, snapshots),
      nextOn: nextChangeOn(facts, setting.alarms, today, closingDay(month, setting.dayOfMonth)),
      computedAt: now,
    },
    snapshots,
    ...alarmsOf(raised, standing),
  }
}
