import type { EnrolmentFinding, Waiver } from '@shixun/domain/delivery/enrolment'
import type { OfferedCohort } from '@shixun/domain/exchange/offer'
import { DISTRICT_KINDS } from '@shixun/domain/identity/visitor'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const cohortOffers = sqliteTable('cohort_offers', {
  id: text('id').primaryKey(),
  cohortId: text('cohort_id').notNull(),
  receiver: text('receiver').notNull(),
  receiverName: text('receiver_name').notNull(),
  places: integer('places').notNull(),
  message: text('message').notNull(),
  state: text('state', { enum: ['sent', 'received', 'refused', 'withdrawn', 'ended'] }).notNull(),
  reason: text('reason'),
  envelopeId: text('envelope_id').notNull(),
  toldCohort: integer('told_cohort').notNull(),
  told: text('told').notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  /** The last day on which the receiver may fill the places; null: as long as the cohort takes nominations. */
  until: text('until'),
})

export const guestPasses = sqliteTable('guest_passes', {
  enrolmentId: text('enrolment_id').primaryKey(),
  hash: text('hash').notNull(),
})

export const guestNews = sqliteTable('guest_news', {
  subject: text('subject').primaryKey(),
  homeSlug: text('home_slug').notNull(),
  cohortId: text('cohort_id').notNull(),
  enrolmentId: text('enrolment_id').notNull(),
  what: text('what', { enum: ['state', 'certificate'] }).notNull(),
  version: integer('version').notNull(),
})

export const offers = sqliteTable('offers', {
  id: text('id').primaryKey(),
  sender: text('sender').notNull(),
  senderName: text('sender_name').notNull(),
  senderKind: text('sender_kind', { enum: DISTRICT_KINDS }).notNull(),
  title: text('title').notNull(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on').notNull(),
  nominateUntil: text('nominate_until'),
  places: integer('places').notNull(),
  taken: integer('taken').notNull(),
  content: text('content', { mode: 'json' }).$type<OfferedCohort>().notNull(),
  message: text('message').notNull(),
  state: text('state', { enum: ['open', 'closed', 'withdrawn'] }).notNull(),
  reason: text('reason'),
  toldVersion: integer('told_version').notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const guests = sqliteTable('guests', {
  id: text('id').primaryKey(),
  offerId: text('offer_id').notNull(),
  teacherId: text('teacher_id').notNull(),
  name: text('name').notNull(),
  schoolId: text('school_id').notNull(),
  schoolName: text('school_name').notNull(),
  subject: text('subject').notNull(),
  phase: text('phase').notNull(),
  state: text('state', {
    enum: ['proposed', 'nominated', 'waiting', 'offered', 'enrolled', 'completed', 'failed', 'withdrawn', 'refused'],
  }).notNull(),
  preference: integer('preference').notNull(),
  findings: text('findings', { mode: 'json' }).$type<EnrolmentFinding[]>().notNull(),
  waiver: text('waiver', { mode: 'json' }).$type<Waiver>(),
  reason: text('reason'),
  toldVersion: integer('told_version').notNull(),
  envelopeId: text('envelope_id'),
  minutesDue: integer('minutes_due').notNull(),
  minutesAttended: integer('minutes_attended').notNull(),
  /** SHA-256 of the result as it came: the same one changes nothing. */
  result: text('result'),
  passKid: text('pass_kid').notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  /** The last day on which the school may take the place that the organiser keeps. */
  offerUntil: text('offer_until'),
})
