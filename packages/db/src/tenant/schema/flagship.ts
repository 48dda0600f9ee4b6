import type { ListingPackage } from '@shixun/domain/flagship/package'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const nominations = sqliteTable('nominations', {
  id: text('id').primaryKey(),
  projectId: text('project_id').notNull(),
  curatorSlug: text('curator_slug').notNull(),
  title: text('title').notNull(),
  package: text('package', { mode: 'json' }).$type<ListingPackage>().notNull(),
  envelopeId: text('envelope_id').notNull(),
  state: text('state', { enum: ['sent', 'received', 'refused'] }).notNull(),
  reason: text('reason'),
  decision: text('decision', { enum: ['reserve', 'flagship', 'warned', 'removed'] }),
  decisionVersion: integer('decision_version').notNull().default(0),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const listings = sqliteTable('listings', {
  id: text('id').primaryKey(),
  applicationId: text('application_id').notNull(),
  title: text('title').notNull(),
  originId: text('origin_id').notNull(),
  originName: text('origin_name').notNull(),
  package: text('package', { mode: 'json' }).$type<ListingPackage>().notNull(),
  state: text('state', { enum: ['candidate', 'reserve', 'flagship', 'warned', 'removed'] }).notNull(),
  number: text('number'),
  model: text('model'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})
