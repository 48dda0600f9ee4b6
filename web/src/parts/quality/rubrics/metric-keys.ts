import type { MetricKey } from '@shixun/domain/quality/assessments/metrics'

/** The metrics in the order of the domain; typed against it, so that a new one does not go missing here. */
const known: Readonly<Record<MetricKey, true>> = {
  participation: true,
  learning: true,
  completion: true,
  attendance: true,
  hours_delivered: true,
  satisfaction: true,
  response_rate: true,
  milestones_on_time: true,
  budget_execution: true,
  follow_up_3: true,
  follow_up_6: true,
  follow_up_12: true,
}
export const metricKeys = Object.keys(known) as MetricKey[]
