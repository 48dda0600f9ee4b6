import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const ethicsRecords = sqliteTable('ethics_records', {
  id: text('id').primaryKey(),
  subjectKind: text('subject_kind', { enum: ['teacher', 'school', 'provider'] }).notNull(),
  subjectId: text('subject_id').notNull(),
  unitId: text('unit_id').notNull(),
  name: text('name').notNull(),
  year: integer('year').notNull(),
  result: text('result', { enum: ['pass', 'fail'] }).notNull(),
  until: text('until'),
  reason: text('reason').notNull(),
  state: text('state', { enum: ['standing', 'revoked'] }).notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})
