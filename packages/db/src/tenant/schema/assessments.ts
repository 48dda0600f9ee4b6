import type { RaisedAlarm } from '@shixun/domain/quality/assessments/alarm-rules'
import type { Assessment, AssessmentInputs } from '@shixun/domain/quality/assessments/assess'
import type { MetricKey } from '@shixun/domain/quality/assessments/metrics'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Figures by metric, in hundredths of a percent; a metric without one is absent. */
export type MetricFigures = Partial<Record<MetricKey, number>>
/** A closed month as lists show it. */
export type MonthTotal = { month: string; total: number | null; band: string | null; late: boolean }

export const milestoneMarks = sqliteTable('milestone_marks', {
  id: text('id').primaryKey(),
  projectId: text('project_id').notNull(),
  key: text('key').notNull(),
  settledOn: text('settled_on'),
  note: text('note').notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const assessments = sqliteTable('assessments', {
  projectId: text('project_id').primaryKey(),
  title: text('title').notNull(),
  unitId: text('unit_id').notNull(),
  unitName: text('unit_name').notNull(),
  rubricId: text('rubric_id').notNull(),
  state: text('state', { enum: ['running', 'paused', 'ended'] }).notNull(),
  month: text('month').notNull(),
  asOf: text('as_of').notNull(),
  total: integer('total'),
  band: text('band'),
  present: integer('present').notNull(),
  measurable: integer('measurable').notNull(),
  figures: text('figures', { mode: 'json' }).$type<MetricFigures>().notNull(),
  trend: text('trend', { mode: 'json' }).$type<MonthTotal[]>().notNull(),
  alarms: integer('alarms').notNull(),
  standing: integer('standing').notNull(),
  nextOn: text('next_on'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  computedAt: text('computed_at').notNull(),
})

export const projectSnapshots = sqliteTable('project_snapshots', {
  id: text('id').primaryKey(),
  projectId: text('project_id').notNull(),
  unitId: text('unit_id').notNull(),
  month: text('month').notNull(),
  rubricId: text('rubric_id').notNull(),
  asOf: text('as_of').notNull(),
  total: integer('total'),
  band: text('band'),
  present: integer('present').notNull(),
  figures: text('figures', { mode: 'json' }).$type<MetricFigures>().notNull(),
  inputs: text('inputs', { mode: 'json' }).$type<AssessmentInputs>().notNull(),
  derivation: text('derivation', { mode: 'json' }).$type<Assessment>().notNull(),
  sha256: text('sha256').notNull(),
  engine: text('engine').notNull(),
  late: integer('late', { mode: 'boolean' }).notNull(),
  computedAt: text('computed_at').notNull(),
})

export const assessmentAlarms = sqliteTable('assessment_alarms', {
  id: text('id').primaryKey(),
  projectId: text('project_id').notNull(),
  projectTitle: text('project_title').notNull(),
  unitKind: text('unit_kind').notNull(),
  unitId: text('unit_id').notNull(),
  unitName: text('unit_name').notNull(),
  rule: text('rule').notNull(),
  subject: text('subject').notNull(),
  kind: text('kind', { enum: ['below', 'fall', 'overdue', 'silent'] }).notNull(),
  state: text('state', { enum: ['open', 'explained', 'acknowledged', 'gone'] }).notNull(),
  found: text('found', { mode: 'json' }).$type<RaisedAlarm>().notNull(),
  month: text('month').notNull(),
  explanation: text('explanation'),
  note: text('note'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  goneAt: text('gone_at'),
})

export const staleAssessments = sqliteTable('stale_assessments', {
  projectId: text('project_id').primaryKey(),
  taken: integer('taken', { mode: 'boolean' }).notNull(),
})
