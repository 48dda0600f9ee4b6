import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const journal = sqliteTable('journal', {
  seq: integer('seq').primaryKey(),
  entity: text('entity').notNull(),
  version: integer('version').notNull(),
  verb: text('verb').notNull(),
  actor: text('actor').notNull(),
  at: text('at').notNull(),
  before: text('before'),
  after: text('after'),
  note: text('note'),
  requestId: text('request_id').notNull(),
  leafHash: text('leaf_hash').notNull(),
})

export const idempotency = sqliteTable(
  'idempotency',
  {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    status: integer('status').notNull(),
    body: text('body').notNull(),
    headers: text('headers', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] })],
)

export const checkpoints = sqliteTable('checkpoints', {
  lastSeq: integer('last_seq').primaryKey(),
  size: integer('size').notNull(),
  root: text('root').notNull(),
  previous: text('previous'),
  kid: text('kid').notNull(),
  signature: text('signature').notNull(),
  createdAt: text('created_at').notNull(),
})

export const outbox = sqliteTable('outbox', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  subject: text('subject').notNull(),
  receiver: text('receiver').notNull(),
  body: text('body', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  state: text('state', { enum: ['waiting', 'accepted', 'refused'] }).notNull(),
  reason: text('reason'),
  result: text('result', { mode: 'json' }).$type<Record<string, unknown>>(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  settledAt: text('settled_at'),
})

export const inbox = sqliteTable('inbox', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  sender: text('sender').notNull(),
  senderName: text('sender_name').notNull(),
  body: text('body', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  outcome: text('outcome', { enum: ['accepted', 'refused'] }).notNull(),
  reason: text('reason'),
  result: text('result', { mode: 'json' }).$type<Record<string, unknown>>(),
  receivedAt: text('received_at').notNull(),
})

export const tasks = sqliteTable('tasks', {
  id: text('id').primaryKey(),
  entity: text('entity').notNull(),
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  role: text('role').notNull(),
  unit: text('unit').notNull(),
  dueOn: text('due_on'),
  createdAt: text('created_at').notNull(),
  doneAt: text('done_at'),
})

export const counters = sqliteTable('counters', {
  name: text('name').primaryKey(),
  n: integer('n').notNull(),
})

export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
  version: integer('version').notNull(),
})

export const district = sqliteTable('district', {
  one: integer('one').primaryKey(),
  id: text('id').notNull(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  division: text('division').notNull(),
  epoch: integer('epoch').notNull(),
  foundedAt: text('founded_at').notNull(),
})
