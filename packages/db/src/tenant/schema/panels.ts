import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Each expert's share of a panel, kept by triggers on scoresheets; `barred` items were never theirs. */
export const panelExperts = sqliteTable(
  'panel_experts',
  {
    panelId: text('panel_id').notNull(),
    expertId: text('expert_id').notNull(),
    assigned: integer('assigned').notNull(),
    declared: integer('declared').notNull(),
    submitted: integer('submitted').notNull(),
    recused: integer('recused').notNull(),
    replaced: integer('replaced').notNull(),
    voided: integer('voided').notNull(),
    barred: integer('barred').notNull(),
    late: integer('late').notNull(),
    lastAt: text('last_at'),
    remindedAt: text('reminded_at'),
  },
  (table) => [primaryKey({ columns: [table.panelId, table.expertId] })],
)
