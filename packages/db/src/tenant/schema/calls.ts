import type { Eligibility, UnitKind } from '@shixun/domain/calls/design/call'
import type {
  AttachmentCard,
  FormField,
  FormValues,
  LeftValue,
  NoticeItem,
  Provenance,
  ReviewRules,
} from '@shixun/domain/calls/design/form'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const calls = sqliteTable('calls', {
  id: text('id').primaryKey(),
  kind: text('kind', {
    enum: ['training_project', 'studio', 'base', 'development_school', 'demonstration_school', 'flagship', 'honour'],
  }).notNull(),
  level: text('level', { enum: ['national', 'province', 'city', 'district', 'school', 'studio'] }).notNull(),
  year: integer('year').notNull(),
  title: text('title').notNull(),
  guidance: text('guidance').notNull(),
  state: text('state', { enum: ['draft', 'open', 'closed'] }).notNull(),
  form: text('form', { mode: 'json' }).$type<FormField[]>().notNull(),
  rubricId: text('rubric_id'),
  opensAt: text('opens_at').notNull(),
  closesAt: text('closes_at').notNull(),
  quotaPerUnit: integer('quota_per_unit').notNull(),
  unitKinds: text('unit_kinds', { mode: 'json' }).$type<UnitKind[]>().notNull(),
  review: text('review', { mode: 'json' }).$type<ReviewRules>().notNull(),
  noticeDays: integer('notice_days').notNull(),
  formNo: integer('form_no').notNull(),
  eligibility: text('eligibility', { mode: 'json' }).$type<Eligibility>().notNull(),
  contact: text('contact').notNull(),
  copiedFrom: text('copied_from'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const callForms = sqliteTable(
  'call_forms',
  {
    callId: text('call_id').notNull(),
    no: integer('no').notNull(),
    form: text('form', { mode: 'json' }).$type<FormField[]>().notNull(),
    note: text('note'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.callId, t.no] })],
)

export const extensions = sqliteTable(
  'extensions',
  {
    callId: text('call_id').notNull(),
    unitId: text('unit_id').notNull(),
    until: text('until').notNull(),
    reason: text('reason').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.callId, t.unitId] })],
)

export const applications = sqliteTable('applications', {
  id: text('id').primaryKey(),
  callId: text('call_id'),
  unitKind: text('unit_kind', { enum: ['school', 'provider', 'district'] }).notNull(),
  unitId: text('unit_id').notNull(),
  unitName: text('unit_name').notNull(),
  title: text('title').notNull(),
  state: text('state', {
    enum: [
      'draft',
      'submitted',
      'returned',
      'screened',
      'in_review',
      'ranked',
      'noticed',
      'approved',
      'rejected',
      'withdrawn',
    ],
  }).notNull(),
  formValues: text('form_values', { mode: 'json' }).$type<FormValues>().notNull(),
  provenance: text('provenance', { mode: 'json' }).$type<Provenance>(),
  submissionNo: integer('submission_no').notNull(),
  number: text('number'),
  score: integer('score'),
  rank: integer('rank'),
  noticeId: text('notice_id'),
  cleared: integer('cleared', { mode: 'boolean' }).notNull(),
  formNo: integer('form_no').notNull(),
  leftValues: text('left_values', { mode: 'json' }).$type<LeftValue[]>().notNull(),
  copiedFrom: text('copied_from'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const submissions = sqliteTable(
  'submissions',
  {
    applicationId: text('application_id').notNull(),
    no: integer('no').notNull(),
    formNo: integer('form_no').notNull(),
    title: text('title').notNull(),
    formValues: text('form_values', { mode: 'json' }).$type<FormValues>().notNull(),
    attachments: text('attachments', { mode: 'json' }).$type<AttachmentCard[]>().notNull(),
    sha256: text('sha256').notNull(),
    submittedAt: text('submitted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.no] })],
)

export const attachments = sqliteTable('attachments', {
  id: text('id').primaryKey(),
  applicationId: text('application_id').notNull(),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  objectKey: text('object_key').notNull(),
  removedAt: text('removed_at'),
  createdAt: text('created_at').notNull(),
})

export const notices = sqliteTable('notices', {
  id: text('id').primaryKey(),
  callId: text('call_id').notNull(),
  title: text('title').notNull(),
  body: text('body').notNull(),
  state: text('state', { enum: ['standing', 'concluded', 'revoked'] }).notNull(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on').notNull(),
  workingDays: integer('working_days').notNull(),
  items: text('items', { mode: 'json' }).$type<NoticeItem[]>().notNull(),
  openObjections: integer('open_objections').notNull(),
  replaces: text('replaces'),
  settledAt: text('settled_at'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const objections = sqliteTable('objections', {
  id: text('id').primaryKey(),
  noticeId: text('notice_id').notNull(),
  named: integer('named', { mode: 'boolean' }).notNull(),
  name: text('name'),
  contact: text('contact'),
  text: text('text').notNull(),
  state: text('state', { enum: ['open', 'dismissed', 'upheld'] }).notNull(),
  answer: text('answer'),
  dueOn: text('due_on'),
  receipt: text('receipt'),
  answeredAt: text('answered_at'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})
