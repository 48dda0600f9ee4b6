import type { InterestKey, UnitPeriod } from '@shixun/domain/quality/conflicts/interest'
import type { Tie } from '@shixun/domain/quality/panels/expert'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const interestProfiles = sqliteTable('interest_profiles', {
  account: text('account').primaryKey(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  units: text('units', { mode: 'json' }).$type<UnitPeriod[]>().notNull(),
  ties: text('ties', { mode: 'json' }).$type<Tie[]>().notNull(),
  keys: text('keys', { mode: 'json' }).$type<InterestKey[]>().notNull(),
  confirmedOn: text('confirmed_on').notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const parties = sqliteTable(
  'parties',
  { key: text('key').notNull(), applicationId: text('application_id').notNull() },
  (t) => [primaryKey({ columns: [t.key, t.applicationId] })],
)

export const recusals = sqliteTable('recusals', {
  seq: integer('seq').primaryKey(),
  id: text('id').notNull(),
  personKind: text('person_kind', { enum: ['expert', 'account'] }).notNull(),
  person: text('person').notNull(),
  personName: text('person_name').notNull(),
  role: text('role').notNull(),
  applicationId: text('application_id').notNull(),
  panelId: text('panel_id'),
  rule: text('rule').notNull(),
  detail: text('detail').notNull(),
  how: text('how', { enum: ['computed', 'declared', 'late'] }).notNull(),
  liftedAt: text('lifted_at'),
  liftNote: text('lift_note'),
  version: integer('version').notNull(),
  at: text('at').notNull(),
})

export const panelsToCheck = sqliteTable('panels_to_check', {
  panelId: text('panel_id').primaryKey(),
  since: text('since').notNull(),
})
