import type { ListingPackage } from '@shixun/domain/flagship/package'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const listings = sqliteTable('listings', {
  id: text('id').primaryKey(),
  seq: integer('seq').notNull(),
  curatorId: text('curator_id').notNull(),
  curatorSlug: text('curator_slug').notNull(),
  curatorName: text('curator_name').notNull(),
  originId: text('origin_id').notNull(),
  originName: text('origin_name').notNull(),
  title: text('title').notNull(),
  grade: text('grade', { enum: ['reserve', 'flagship', 'warned', 'removed'] }).notNull(),
  level: text('level').notNull(),
  phase: text('phase').notNull(),
  subject: text('subject').notNull(),
  module: text('module').notNull(),
  mode: text('mode').notNull(),
  model: text('model'),
  number: text('number'),
  latest: integer('latest').notNull(),
  sourceVersion: integer('source_version').notNull(),
  adoptions: integer('adoptions').notNull(),
  version: integer('version').notNull(),
  listedAt: text('listed_at').notNull(),
})

export const listingVersions = sqliteTable(
  'listing_versions',
  {
    listingId: text('listing_id').notNull(),
    no: integer('no').notNull(),
    package: text('package', { mode: 'json' }).$type<ListingPackage>().notNull(),
    sha256: text('sha256').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.no] })],
)

export const adoptions = sqliteTable('adoptions', {
  envelopeId: text('envelope_id').primaryKey(),
  listingId: text('listing_id').notNull(),
  no: integer('no').notNull(),
  districtId: text('district_id').notNull(),
  districtName: text('district_name').notNull(),
  createdAt: text('created_at').notNull(),
})

export const inbox = sqliteTable('inbox', {
  id: text('id').primaryKey(),
  outcome: text('outcome', { enum: ['accepted', 'refused'] }).notNull(),
  reason: text('reason'),
  result: text('result', { mode: 'json' }).$type<Record<string, unknown>>(),
  receivedAt: text('received_at').notNull(),
})
