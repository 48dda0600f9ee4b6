import type { EvaluationInputs } from '@shixun/domain/quality/evaluations/evaluation-inputs'
import type { PanelDraw } from '@shixun/domain/quality/panels/panel-draw'
import type { SeatReason } from '@shixun/domain/quality/panels/seat-reason'
import type { ConflictCard, KeptResult, Scores } from '@shixun/domain/quality/rankings/panel-result'
import type { Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const rubrics = sqliteTable('rubrics', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  purpose: text('purpose', { enum: ['review', 'completion'] }).notNull(),
  body: text('body', { mode: 'json' }).$type<Rubric>().notNull(),
  state: text('state', { enum: ['draft', 'published', 'retired'] }).notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  /** Id of the first version; `no` counts the versions of a line. */
  line: text('line').notNull(),
  no: integer('no').notNull(),
  /** Key of the sample it was started from. */
  sample: text('sample'),
  publishedAt: text('published_at'),
})

export const panels = sqliteTable('panels', {
  id: text('id').primaryKey(),
  callId: text('call_id').notNull(),
  rubricId: text('rubric_id').notNull(),
  state: text('state', { enum: ['scoring', 'concluded'] }).notNull(),
  size: integer('size').notNull(),
  method: text('method', { enum: ['mean', 'median', 'trimmed', 'severity_adjusted'] }).notNull(),
  blindness: text('blindness', { enum: ['none', 'single', 'double'] }).notNull(),
  seed: text('seed').notNull(),
  draw: text('draw', { mode: 'json' }).$type<PanelDraw>(),
  dueOn: text('due_on'),
  sheetsTotal: integer('sheets_total').notNull(),
  sheetsIn: integer('sheets_in').notNull(),
  gapsOpen: integer('gaps_open').notNull(),
  gapWaived: text('gap_waived', { mode: 'json' }).$type<Record<string, string>>().notNull(),
  result: text('result', { mode: 'json' }).$type<KeptResult>(),
  concludedAt: text('concluded_at'),
  /** Conclusions so far; the newest is that of `result`. */
  round: integer('round').notNull().default(0),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const scoresheets = sqliteTable('scoresheets', {
  id: text('id').primaryKey(),
  panelId: text('panel_id').notNull(),
  applicationId: text('application_id').notNull(),
  expertId: text('expert_id').notNull(),
  state: text('state', { enum: ['assigned', 'declared', 'submitted', 'recused', 'replaced', 'voided'] }).notNull(),
  seat: text('seat', { enum: ['regular', 'extra'] }).notNull(),
  replaces: text('replaces'),
  scores: text('scores', { mode: 'json' }).$type<Scores>().notNull(),
  comments: text('comments', { mode: 'json' }).$type<Record<string, string>>().notNull(),
  comment: text('comment').notNull(),
  total: integer('total'),
  conflicts: text('conflicts', { mode: 'json' }).$type<ConflictCard[]>().notNull(),
  reopenNote: text('reopen_note'),
  declaredAt: text('declared_at'),
  sealedAt: text('sealed_at'),
  why: text('why', { mode: 'json' }).$type<SeatReason>(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const evaluations = sqliteTable('evaluations', {
  id: text('id').primaryKey(),
  subjectKind: text('subject_kind', { enum: ['application', 'project'] }).notNull(),
  subjectId: text('subject_id').notNull(),
  unitId: text('unit_id').notNull(),
  rubricId: text('rubric_id').notNull(),
  panelId: text('panel_id'),
  method: text('method').notNull(),
  engine: text('engine').notNull(),
  total: integer('total'),
  band: text('band'),
  inputs: text('inputs', { mode: 'json' }).$type<EvaluationInputs>().notNull(),
  derivation: text('derivation', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  sha256: text('sha256').notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  previousId: text('previous_id'),
  cause: text('cause', { enum: ['panel', 'completion', 'appeal', 'conflict'] }).notNull(),
  reason: text('reason'),
  inputsSha256: text('inputs_sha256'),
})
