import type { CheckItem, Entries } from '@shixun/domain/quality/inspections/inspection'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const inspections = sqliteTable('inspections', {
  id: text('id').primaryKey(),
  projectId: text('project_id').notNull(),
  title: text('title').notNull(),
  unitId: text('unit_id').notNull(),
  unitName: text('unit_name').notNull(),
  rubricId: text('rubric_id'),
  checklist: text('checklist', { mode: 'json' }).$type<CheckItem[]>().notNull(),
  visitOn: text('visit_on').notNull(),
  purpose: text('purpose').notNull(),
  state: text('state', { enum: ['planned', 'sealed', 'released', 'cancelled'] }).notNull(),
  sheetsTotal: integer('sheets_total').notNull(),
  sheetsSealed: integer('sheets_sealed').notNull(),
  sealedAt: text('sealed_at'),
  releasedAt: text('released_at'),
  acknowledgedAt: text('acknowledged_at'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const inspectionSheets = sqliteTable('inspection_sheets', {
  id: text('id').primaryKey(),
  inspectionId: text('inspection_id').notNull(),
  expertId: text('expert_id'),
  visitorName: text('visitor_name').notNull(),
  state: text('state', { enum: ['open', 'sealed', 'cancelled'] }).notNull(),
  entries: text('entries', { mode: 'json' }).$type<Entries>().notNull(),
  summary: text('summary').notNull(),
  receivedBy: text('received_by').notNull(),
  reopenNote: text('reopen_note'),
  sealedAt: text('sealed_at'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const inspectionPhotos = sqliteTable('inspection_photos', {
  id: text('id').primaryKey(),
  inspectionId: text('inspection_id').notNull(),
  sheetId: text('sheet_id').notNull(),
  itemKey: text('item_key').notNull(),
  caption: text('caption').notNull(),
  takenAt: text('taken_at').notNull(),
  mediaType: text('media_type').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  objectKey: text('object_key').notNull(),
  createdAt: text('created_at').notNull(),
})
