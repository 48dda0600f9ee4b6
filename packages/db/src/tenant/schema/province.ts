import type { ReleaseMemory } from '@shixun/domain/province/rollup'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const releases = sqliteTable(
  'releases',
  {
    epoch: integer('epoch').notNull(),
    page: integer('page').notNull(),
    period: text('period').notNull(),
    revision: integer('revision').notNull(),
    firstSeq: integer('first_seq').notNull(),
    lastSeq: integer('last_seq').notNull(),
    lines: text('lines').notNull(),
    digest: text('digest').notNull(),
    previous: text('previous'),
    kid: text('kid').notNull(),
    jws: text('jws').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.epoch, t.page] })],
)

export const releaseMemories = sqliteTable(
  'release_memories',
  {
    period: text('period').notNull(),
    revision: integer('revision').notNull(),
    body: text('body', { mode: 'json' }).$type<ReleaseMemory>().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.period, t.revision] })],
)
