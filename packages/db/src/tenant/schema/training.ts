import type { FormValues } from '@shixun/domain/calls/design/form'
import type { AgreementBody, PlanMilestone, ProjectFigures } from '@shixun/domain/training/figures'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const projects = sqliteTable('projects', {
  id: text('id').primaryKey(),
  applicationId: text('application_id').notNull(),
  callId: text('call_id').notNull(),
  unitKind: text('unit_kind').notNull(),
  unitId: text('unit_id').notNull(),
  unitName: text('unit_name').notNull(),
  kind: text('kind').notNull(),
  level: text('level').notNull(),
  title: text('title').notNull(),
  number: text('number').notNull(),
  state: text('state', {
    enum: [
      'approved',
      'preparing',
      'running',
      'concluding',
      'completed',
      'evaluated',
      'archived',
      'suspended',
      'terminated',
    ],
  }).notNull(),
  formValues: text('form_values', { mode: 'json' }).$type<FormValues>().notNull(),
  figures: text('figures', { mode: 'json' }).$type<ProjectFigures>().notNull(),
  agreementNo: integer('agreement_no').notNull(),
  score: integer('score'),
  band: text('band'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const agreements = sqliteTable(
  'agreements',
  {
    projectId: text('project_id').notNull(),
    no: integer('no').notNull(),
    body: text('body', { mode: 'json' }).$type<AgreementBody>().notNull(),
    text: text('text').notNull(),
    sha256: text('sha256').notNull(),
    officeConfirmedAt: text('office_confirmed_at').notNull(),
    officeConfirmedBy: text('office_confirmed_by'),
    unitConfirmedAt: text('unit_confirmed_at'),
    unitConfirmedBy: text('unit_confirmed_by'),
    amendmentId: text('amendment_id'),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.no] })],
)

export const amendments = sqliteTable('amendments', {
  id: text('id').primaryKey(),
  projectId: text('project_id').notNull(),
  state: text('state', {
    enum: ['proposed_by_unit', 'proposed_by_office', 'approved', 'refused', 'withdrawn'],
  }).notNull(),
  fromNo: integer('from_no').notNull(),
  body: text('body', { mode: 'json' }).$type<AgreementBody>().notNull(),
  reason: text('reason').notNull(),
  proposedBy: text('proposed_by').notNull(),
  answer: text('answer'),
  settledBy: text('settled_by'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  settledAt: text('settled_at'),
})

export const planItems = sqliteTable('plan_items', {
  id: text('id').primaryKey(),
  year: integer('year').notNull(),
  no: integer('no').notNull(),
  category: text('category').notNull(),
  title: text('title').notNull(),
  original: text('original').notNull(),
  due: text('due'),
  milestones: text('milestones', { mode: 'json' }).$type<PlanMilestone[]>().notNull(),
  windows: text('windows', { mode: 'json' }).$type<PlanMilestone[]>().notNull(),
  doubts: text('doubts', { mode: 'json' }).$type<string[]>().notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})
