import type { Evidence } from '@shixun/domain/credits/ledger-entry'
import type { CohortRules, CohortStage, Trainer } from '@shixun/domain/delivery/cohort'
import type { PostFile } from '@shixun/domain/delivery/cohort-post'
import type { EnrolmentFinding, Waiver } from '@shixun/domain/delivery/enrolment'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const cohorts = sqliteTable('cohorts', {
  id: text('id').primaryKey(),
  projectId: text('project_id').notNull(),
  projectTitle: text('project_title').notNull(),
  unitKind: text('unit_kind').notNull(),
  unitId: text('unit_id').notNull(),
  unitName: text('unit_name').notNull(),
  providerId: text('provider_id'),
  providerName: text('provider_name'),
  no: integer('no').notNull(),
  title: text('title').notNull(),
  line: text('line').notNull(),
  topic: text('topic').notNull(),
  level: text('level').notNull(),
  module: text('module').notNull(),
  subject: text('subject').notNull(),
  phase: text('phase').notNull(),
  channel: text('channel').notNull(),
  category: text('category').notNull(),
  state: text('state', {
    enum: ['planned', 'nominating', 'ready', 'running', 'concluding', 'concluded', 'cancelled'],
  }).notNull(),
  places: integer('places').notNull(),
  waitingPlaces: integer('waiting_places').notNull(),
  taken: integer('taken').notNull(),
  minutes: integer('minutes').notNull(),
  stages: text('stages', { mode: 'json' }).$type<CohortStage[]>().notNull(),
  rules: text('rules', { mode: 'json' }).$type<CohortRules>().notNull(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on').notNull(),
  nominateUntil: text('nominate_until'),
  followed: integer('followed', { mode: 'boolean' }).notNull().default(false),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const cohortQuotas = sqliteTable(
  'cohort_quotas',
  {
    cohortId: text('cohort_id').notNull(),
    schoolId: text('school_id').notNull(),
    schoolName: text('school_name').notNull(),
    places: integer('places').notNull(),
  },
  (t) => [primaryKey({ columns: [t.cohortId, t.schoolId] })],
)

export const sessions = sqliteTable('sessions', {
  id: text('id').primaryKey(),
  cohortId: text('cohort_id').notNull(),
  stageId: text('stage_id').notNull(),
  topic: text('topic').notNull(),
  module: text('module').notNull(),
  channel: text('channel').notNull(),
  trainers: text('trainers', { mode: 'json' }).$type<Trainer[]>().notNull(),
  place: text('place').notNull(),
  startsAt: text('starts_at').notNull(),
  endsAt: text('ends_at').notNull(),
  minutes: integer('minutes').notNull(),
  state: text('state', { enum: ['planned', 'held', 'cancelled'] }).notNull(),
  note: text('note'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const sessionBookings = sqliteTable(
  'session_bookings',
  {
    key: text('key').notNull(),
    startsAt: text('starts_at').notNull(),
    sessionId: text('session_id').notNull(),
    cohortId: text('cohort_id').notNull(),
    endsAt: text('ends_at').notNull(),
    minutes: integer('minutes').notNull(),
    topic: text('topic').notNull(),
    cohortTitle: text('cohort_title').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.startsAt, t.sessionId] })],
)

export const cohortPosts = sqliteTable('cohort_posts', {
  id: text('id').primaryKey(),
  cohortId: text('cohort_id').notNull(),
  kind: text('kind', { enum: ['announcement', 'bulletin', 'photo', 'summary'] }).notNull(),
  title: text('title').notNull(),
  body: text('body').notNull(),
  file: text('file', { mode: 'json' }).$type<PostFile>(),
  author: text('author').notNull(),
  sent: integer('sent').notNull(),
  seen: integer('seen').notNull(),
  removed: integer('removed', { mode: 'boolean' }).notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const calendars = sqliteTable('calendars', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['teacher', 'cohort', 'school'] }).notNull(),
  subjectId: text('subject_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  kid: text('kid').notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const enrolments = sqliteTable('enrolments', {
  id: text('id').primaryKey(),
  cohortId: text('cohort_id').notNull(),
  teacherId: text('teacher_id'),
  homeSlug: text('home_slug').notNull(),
  homeRef: text('home_ref'),
  name: text('name').notNull(),
  schoolId: text('school_id').notNull(),
  schoolName: text('school_name').notNull(),
  subject: text('subject').notNull(),
  phase: text('phase').notNull(),
  state: text('state', {
    enum: ['nominated', 'waiting', 'offered', 'enrolled', 'completed', 'failed', 'withdrawn', 'refused'],
  }).notNull(),
  preference: integer('preference').notNull(),
  findings: text('findings', { mode: 'json' }).$type<EnrolmentFinding[]>().notNull(),
  plea: text('plea'),
  waiver: text('waiver', { mode: 'json' }).$type<Waiver>(),
  minutesDue: integer('minutes_due').notNull(),
  minutesAttended: integer('minutes_attended').notNull(),
  reason: text('reason'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  /** The last day on which the school may take the place that is kept; null unless one is. */
  offerUntil: text('offer_until'),
})

/** Cohorts that are over and whose roster still has open enrolments. */
export const cohortLeftovers = sqliteTable('cohort_leftovers', { cohortId: text('cohort_id').primaryKey() })

export const attendance = sqliteTable(
  'attendance',
  {
    sessionId: text('session_id').notNull(),
    enrolmentId: text('enrolment_id').notNull(),
    way: text('way', { enum: ['code', 'hand', 'online', 'school_based'] }).notNull(),
    minutes: integer('minutes').notNull(),
    reason: text('reason'),
    evidence: text('evidence', { mode: 'json' }).$type<Evidence[]>().notNull(),
    version: integer('version').notNull(),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.enrolmentId] })],
)
