import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const files = sqliteTable('files', {
  id: text('id').primaryKey(),
  owner: text('owner').notNull(),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  objectKey: text('object_key').notNull(),
  createdAt: text('created_at').notNull(),
})

export const uploads = sqliteTable('uploads', {
  id: text('id').primaryKey(),
  applicationId: text('application_id').notNull(),
  name: text('name').notNull(),
  size: integer('size').notNull(),
  partSize: integer('part_size').notNull(),
  fingerprint: text('fingerprint').notNull(),
  objectKey: text('object_key').notNull(),
  multipartId: text('multipart_id').notNull(),
  createdAt: text('created_at').notNull(),
})

export const uploadParts = sqliteTable(
  'upload_parts',
  {
    uploadId: text('upload_id').notNull(),
    no: integer('no').notNull(),
    size: integer('size').notNull(),
    etag: text('etag').notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.no] })],
)
