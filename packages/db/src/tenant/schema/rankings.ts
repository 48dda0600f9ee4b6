import type { Places } from '@shixun/domain/quality/rankings/panel-result'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const rankings = sqliteTable(
  'rankings',
  {
    panelId: text('panel_id').notNull(),
    round: integer('round').notNull(),
    seq: integer('seq').notNull(),
    applicationId: text('application_id').notNull(),
    title: text('title').notNull(),
    unitName: text('unit_name').notNull(),
    place: integer('place').notNull(),
    seat: text('seat', { enum: ['in', 'out', 'undecided'] }).notNull(),
    tied: integer('tied', { mode: 'boolean' }).notNull(),
    samePublished: integer('same_published', { mode: 'boolean' }).notNull(),
    brokenBy: text('broken_by', { mode: 'json' }).$type<string[]>().notNull(),
    fallback: text('fallback'),
    official: integer('official').notNull(),
    mean: integer('mean').notNull(),
    median: integer('median').notNull(),
    trimmed: integer('trimmed'),
    severityAdjusted: integer('severity_adjusted'),
    places: text('places', { mode: 'json' }).$type<Places>().notNull(),
    gap: integer('gap').notNull(),
    arbitration: integer('arbitration', { mode: 'boolean' }).notNull(),
    settled: text('settled', { enum: ['extra', 'waived'] }),
    vetoed: text('vetoed', { mode: 'json' }).$type<string[]>().notNull(),
    sheets: integer('sheets').notNull(),
    evaluationId: text('evaluation_id'),
  },
  (table) => [primaryKey({ columns: [table.panelId, table.round, table.seq] })],
)
