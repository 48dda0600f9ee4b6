import type { ExpertComments, ReleasedExpert } from '@shixun/domain/quality/comments/released-comments'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const commentReleases = sqliteTable('review_comments', {
  id: text('id').primaryKey(),
  panelId: text('panel_id').notNull(),
  applicationId: text('application_id').notNull(),
  title: text('title').notNull(),
  unitKind: text('unit_kind').notNull(),
  unitId: text('unit_id').notNull(),
  unitName: text('unit_name').notNull(),
  state: text('state', { enum: ['draft', 'released', 'acknowledged', 'withdrawn'] }).notNull(),
  experts: text('experts', { mode: 'json' }).$type<ExpertComments[]>().notNull(),
  released: text('released', { mode: 'json' }).$type<ReleasedExpert[]>().notNull(),
  releasedAt: text('released_at'),
  releasedBy: text('released_by'),
  withdrawNote: text('withdraw_note'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})
