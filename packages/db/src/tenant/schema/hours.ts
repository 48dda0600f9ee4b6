import type { Evidence } from '@shixun/domain/credits/ledger-entry'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const sessionFigures = sqliteTable('session_figures', {
  sessionId: text('session_id').primaryKey(),
  present: integer('present').notNull(),
  minutes: integer('minutes').notNull(),
})

export const hoursClaims = sqliteTable('hours_claims', {
  id: text('id').primaryKey(),
  cohortId: text('cohort_id').notNull(),
  sessionId: text('session_id').notNull(),
  sessionTopic: text('session_topic').notNull(),
  enrolmentId: text('enrolment_id').notNull(),
  teacherId: text('teacher_id').notNull(),
  teacherName: text('teacher_name').notNull(),
  schoolId: text('school_id').notNull(),
  unitId: text('unit_id').notNull(),
  minutes: integer('minutes').notNull(),
  note: text('note').notNull(),
  evidence: text('evidence', { mode: 'json' }).$type<Evidence[]>().notNull(),
  state: text('state', { enum: ['pending', 'accepted', 'refused', 'withdrawn'] }).notNull(),
  reason: text('reason'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const conclusions = sqliteTable('conclusions', {
  cohortId: text('cohort_id').primaryKey(),
  minutesDue: integer('minutes_due').notNull(),
  completed: integer('completed').notNull(),
  failed: integer('failed').notNull(),
  entries: integer('entries').notNull(),
  pending: integer('pending').notNull(),
  minutes: integer('minutes').notNull(),
  begunAt: text('begun_at').notNull(),
  endedAt: text('ended_at'),
})
