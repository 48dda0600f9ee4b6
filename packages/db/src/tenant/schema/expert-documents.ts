import { UNCLEAN } from '@shixun/domain/quality/blindness/expert-document'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const expertDocuments = sqliteTable('expert_documents', {
  attachmentId: text('attachment_id').primaryKey(),
  applicationId: text('application_id').notNull(),
  cleaner: text('cleaner').notNull(),
  outcome: text('outcome', { enum: ['clean', 'unclean'] }).notNull(),
  reason: text('reason', { enum: UNCLEAN }),
  objectKey: text('object_key'),
  mediaType: text('media_type').notNull(),
  size: integer('size').notNull(),
  names: text('names', { mode: 'json' }).$type<string[]>().notNull(),
  whole: integer('whole', { mode: 'boolean' }).notNull(),
  ruling: text('ruling', { enum: ['show', 'hide'] }),
  note: text('note'),
  replacedAt: text('replaced_at'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})
