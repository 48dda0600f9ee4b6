import type { AlarmRow, AssessmentRow, snapshotsOf } from '@shixun/db/tenant/assessments'
import type { MetricFigures } from '@shixun/db/tenant/schema/assessments'
import { scopeOf } from '@shixun/domain/identity/permission'
import { ASSESSMENT_ALARM, alarmText } from '@shixun/domain/quality/assessments/alarm'
import type { Assessment } from '@shixun/domain/quality/assessments/assess'
import { METRICS } from '@shixun/domain/quality/assessments/metrics'
import type { MilestoneFacts } from '@shixun/domain/quality/assessments/project-facts'
import { type MetricReading, metricOfLeaf } from '@shixun/domain/quality/assessments/project-metrics'
import { leaves, type Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { actionsOf } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'

type SnapshotRow = ReturnType<ReturnType<typeof snapshotsOf>['decode']>

/** Hundredths as the API says them: points of 100, or percent. */
export const points = (hundredths: number) => hundredths / 100
export const pointsOrNull = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100)

function figuresView(figures: MetricFigures): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([metric, value]) => [metric, points(value)]))
}

export function assessmentCard(scene: ReviewScene, row: AssessmentRow) {
  const { nextOn: _, createdAt: __, ...shown } = row
  return {
    ...shown,
    id: row.projectId,
    actions: scopeOf(scene.visitor, 'assessment.recompute') === null ? [] : ['recompute'],
    total: pointsOrNull(row.total),
    present: points(row.present),
    measurable: points(row.measurable),
    figures: figuresView(row.figures),
    trend: row.trend.map((month) => ({ ...month, total: pointsOrNull(month.total) })),
  }
}

export function alarmCard(scene: ReviewScene, row: AlarmRow) {
  const { rule: _, subject: __, unitKind: ___, ...shown } = row
  return { ...shown, text: alarmText(row.found), actions: actionsOf(scene, ASSESSMENT_ALARM, row.state, {}) }
}

export function snapshotCard({ id, month, asOf, sha256, late, computedAt, ...row }: SnapshotRow) {
  const { total, band, present, figures } = row
  return {
    id,
    month,
    asOf,
    total: pointsOrNull(total),
    band,
    present: points(present),
    figures: figuresView(figures),
    sha256,
    late,
    computedAt,
  }
}

export function readingView({ value, differs, ...reading }: MetricReading) {
  return {
    ...reading,
    value: pointsOrNull(value),
    unit: METRICS[reading.metric].unit,
    differs: differs === null ? null : { ...differs, value: points(differs.value) },
  }
}

/** Every leaf of the rubric with its points of this stage; what people judge, and what has no figure, has none. */
export function leavesView(rubric: Rubric, { evaluation }: Assessment) {
  return leaves(rubric).map((leaf) => {
    const derived = evaluation?.leaves.find(({ key }) => key === leaf.key)
    const rounded = derived?.state === 'scored' ? derived.rounded : null
    return {
      key: leaf.key,
      title: leaf.title,
      source: leaf.source,
      metric: metricOfLeaf(leaf),
      nature: leaf.nature,
      max: points(leaf.max),
      points: rounded === null ? null : Number(rounded),
    }
  })
}

export function milestoneView({ key, text, from, to, settledOn }: MilestoneFacts, note: string, today: string) {
  const overdue = to < today ? ('overdue' as const) : ('coming' as const)
  const settled = settledOn !== null && settledOn <= to ? ('on_time' as const) : ('late' as const)
  return { key, text, from, to, settledOn, note, standing: settledOn === null ? overdue : settled }
}
