import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const robots = sqliteTable('robots', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['wecom', 'dingtalk'] }).notNull(),
  name: text('name').notNull(),
  host: text('host').notNull(),
  addressTail: text('address_tail').notNull(),
  addressCipher: text('address_cipher').notNull(),
  secretCipher: text('secret_cipher'),
  events: text('events', { mode: 'json' }).$type<string[]>().notNull(),
  state: text('state', { enum: ['on', 'off'] }).notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const dispatches = sqliteTable('dispatches', {
  id: text('id').primaryKey(),
  robotId: text('robot_id').notNull(),
  event: text('event').notNull(),
  title: text('title').notNull(),
  body: text('body').notNull(),
  state: text('state', { enum: ['waiting', 'sent', 'dead'] }).notNull(),
  attempts: integer('attempts').notNull(),
  nextAt: text('next_at').notNull(),
  error: text('error'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  settledAt: text('settled_at'),
})

export const chores = sqliteTable('chores', {
  name: text('name').primaryKey(),
  doneFor: text('done_for').notNull(),
})
