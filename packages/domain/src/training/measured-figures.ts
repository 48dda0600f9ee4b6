import { isMetricKey, type MetricKey, metricFigure } from '../quality/metrics.ts'
import type { Hundredths } from '../quality/rational.ts'
import { FULL_MARKS, leaves, type Rubric } from '../quality/rubric.ts'
import type { DeliveredFigures } from './figures.ts'

type Fraction = (figures: DeliveredFigures) => { part: number | undefined; whole: number | undefined }

/** Below five answers a survey shows nothing (domain.md §6). */
const SURVEY_MINIMUM = 5

function surveyed({ satisfaction, surveysAnswered }: DeliveredFigures): Hundredths | undefined {
  return (surveysAnswered ?? 0) >= SURVEY_MINIMUM ? satisfaction : undefined
}

/** Hours come in quarters; a metric divides whole counts. */
function minutes(hours: number | undefined): number | undefined {
  return hours === undefined ? undefined : Math.round(hours * 60)
}

function followedUpAfter(month: number): Fraction {
  return ({ followUps = [] }) => {
    const round = followUps.find((one) => one.month === month)
    return { part: round?.done, whole: round?.due }
  }
}

/** How each metric reads the figures of delivery. Metrics without an entry have no data yet and stay absent. */
const FRACTIONS: Partial<Record<MetricKey, Fraction>> = {
  // More came than were planned for: that is full participation, not a broken figure.
  participation: ({ enrolled, planned }) => ({
    part: enrolled === undefined || planned === undefined ? undefined : Math.min(enrolled, planned),
    whole: planned,
  }),
  completion: ({ completed, enrolled }) => ({ part: completed, whole: enrolled }),
  attendance: ({ attendanceActual, attendanceDue }) => ({ part: attendanceActual, whole: attendanceDue }),
  hours_delivered: ({ hoursDelivered, hoursPromised }) => ({
    part: minutes(hoursDelivered),
    whole: minutes(hoursPromised),
  }),
  satisfaction: (figures) => ({ part: surveyed(figures), whole: FULL_MARKS }),
  response_rate: ({ surveysAnswered, surveysSent }) => ({ part: surveysAnswered, whole: surveysSent }),
  milestones_on_time: ({ milestonesOnTime, milestonesDue }) => ({ part: milestonesOnTime, whole: milestonesDue }),
  budget_execution: ({ spent, budget }) => ({ part: spent, whole: budget }),
  follow_up_3: followedUpAfter(3),
  follow_up_6: followedUpAfter(6),
  follow_up_12: followedUpAfter(12),
}

function measure(metric: MetricKey, figures: DeliveredFigures): Hundredths | null {
  const { part, whole } = FRACTIONS[metric]?.(figures) ?? { part: undefined, whole: undefined }
  if (part === undefined || whole === undefined) return null
  return metricFigure(metric, { numerator: part, denominator: whole }).value
}

/** What the rubric's measured leaves read from the figures of a project: hundredths of a percent, null where data are missing. */
export function measuredFigures(rubric: Rubric, figures: DeliveredFigures): Record<string, Hundredths | null> {
  const measured = leaves(rubric).filter((leaf) => leaf.source === 'metric' || leaf.source === 'survey')
  return Object.fromEntries(
    measured.map((leaf) => {
      if (leaf.source === 'survey') return [leaf.key, surveyed(figures) ?? null]
      return [leaf.key, leaf.metric && isMetricKey(leaf.metric) ? measure(leaf.metric, figures) : null]
    }),
  )
}
