import type { AppealConsequences, ContestedPoint } from '@shixun/domain/quality/appeals/appeal'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const appeals = sqliteTable('appeals', {
  id: text('id').primaryKey(),
  evaluationId: text('evaluation_id').notNull(),
  subjectKind: text('subject_kind', { enum: ['application', 'project'] }).notNull(),
  subjectId: text('subject_id').notNull(),
  title: text('title').notNull(),
  unitId: text('unit_id').notNull(),
  unitName: text('unit_name').notNull(),
  state: text('state', { enum: ['open', 'accepted', 'settled', 'dismissed', 'withdrawn'] }).notNull(),
  text: text('text').notNull(),
  points: text('points', { mode: 'json' }).$type<ContestedPoint[]>().notNull(),
  filedOn: text('filed_on').notNull(),
  dueOn: text('due_on').notNull(),
  answer: text('answer'),
  way: text('way', { enum: ['figures', 'opinion', 'arithmetic'] }),
  answeredAt: text('answered_at'),
  sheetId: text('sheet_id'),
  settlement: text('settlement'),
  newEvaluationId: text('new_evaluation_id'),
  consequences: text('consequences', { mode: 'json' }).$type<AppealConsequences>(),
  settledAt: text('settled_at'),
  acknowledgedAt: text('acknowledged_at'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})
