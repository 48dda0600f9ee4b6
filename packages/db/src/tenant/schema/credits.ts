import type { PrintedCertificate } from '@shixun/domain/credits/certificate'
import type { Evidence, LedgerOrigin } from '@shixun/domain/credits/ledger-entry'
import type { Policy } from '@shixun/domain/credits/policy'
import type { StandingResult } from '@shixun/domain/credits/teacher-standing'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const policies = sqliteTable('policies', {
  id: text('id').primaryKey(),
  line: text('line').notNull(),
  no: integer('no').notNull(),
  title: text('title').notNull(),
  body: text('body', { mode: 'json' }).$type<Policy>().notNull(),
  state: text('state', { enum: ['draft', 'published', 'retired'] }).notNull(),
  validFrom: text('valid_from').notNull(),
  publishedAt: text('published_at'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const ledgerEntries = sqliteTable('ledger_entries', {
  id: text('id').primaryKey(),
  teacherId: text('teacher_id').notNull(),
  schoolId: text('school_id').notNull(),
  state: text('state', { enum: ['pending', 'confirmed', 'refused', 'withdrawn'] }).notNull(),
  date: text('date').notNull(),
  minutes: integer('minutes').notNull(),
  channel: text('channel').notNull(),
  level: text('level').notNull(),
  module: text('module').notNull(),
  category: text('category').notNull(),
  activity: text('activity').notNull(),
  title: text('title').notNull(),
  projectId: text('project_id').notNull(),
  cohortId: text('cohort_id'),
  enrolmentId: text('enrolment_id'),
  providerId: text('provider_id').notNull(),
  providerName: text('provider_name').notNull(),
  accredited: integer('accredited', { mode: 'boolean' }).notNull(),
  minutesDue: integer('minutes_due'),
  minutesAttended: integer('minutes_attended'),
  reverses: text('reverses'),
  source: text('source', { enum: ['cohort', 'outside', 'envelope', 'archive', 'import'] }).notNull(),
  origin: text('origin', { mode: 'json' }).$type<LedgerOrigin>(),
  evidence: text('evidence', { mode: 'json' }).$type<Evidence[]>().notNull(),
  note: text('note'),
  reason: text('reason'),
  batch: text('batch').notNull(),
  policyId: text('policy_id'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  confirmedAt: text('confirmed_at'),
})

export const standings = sqliteTable(
  'standings',
  {
    policyId: text('policy_id').notNull(),
    teacherId: text('teacher_id').notNull(),
    schoolId: text('school_id').notNull(),
    phase: text('phase').notNull(),
    state: text('state', { enum: ['met', 'on_pace', 'behind', 'free'] }).notNull(),
    band: integer('band').notNull(),
    result: text('result', { mode: 'json' }).$type<StandingResult>().notNull(),
    short: integer('short').notNull(),
    urgency: integer('urgency').notNull(),
    computedAt: text('computed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.policyId, t.teacherId] })],
)

export const staleStandings = sqliteTable('stale_standings', {
  teacherId: text('teacher_id').primaryKey(),
  since: text('since').notNull(),
})

export const certificates = sqliteTable('certificates', {
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  number: text('number').notNull(),
  cohortId: text('cohort_id'),
  enrolmentId: text('enrolment_id'),
  teacherId: text('teacher_id'),
  schoolId: text('school_id').notNull(),
  unitId: text('unit_id').notNull().default(''),
  name: text('name').notNull(),
  printed: text('printed', { mode: 'json' }).$type<PrintedCertificate>().notNull(),
  kid: text('kid').notNull(),
  signature: text('signature').notNull(),
  state: text('state', { enum: ['valid', 'revoked', 'superseded'] }).notNull(),
  reason: text('reason'),
  supersedes: text('supersedes'),
  supersededBy: text('superseded_by'),
  endedAt: text('ended_at'),
  origin: text('origin', { mode: 'json' }).$type<LedgerOrigin>(),
  version: integer('version').notNull(),
  issuedAt: text('issued_at').notNull(),
})

export const issuances = sqliteTable('issuances', {
  id: text('id').primaryKey(),
  cohortId: text('cohort_id').notNull(),
  issued: integer('issued').notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})
