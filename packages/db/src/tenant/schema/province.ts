import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const releases = sqliteTable('releases', {
  page: integer('page').primaryKey(),
  epoch: integer('epoch').notNull(),
  period: text('period').notNull(),
  firstSeq: integer('first_seq').notNull(),
  lastSeq: integer('last_seq').notNull(),
  lines: text('lines').notNull(),
  digest: text('digest').notNull(),
  previous: text('previous'),
  kid: text('kid').notNull(),
  jws: text('jws').notNull(),
  createdAt: text('created_at').notNull(),
})
