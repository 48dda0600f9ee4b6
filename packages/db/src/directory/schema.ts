import { ROLES } from '@shixun/domain/identity/role'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const districts = sqliteTable('districts', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['county', 'zone', 'city_run', 'province_directed', 'city', 'province'] }).notNull(),
  division: text('division').notNull(),
  bureau: text('bureau').notNull(),
  state: text('state', { enum: ['founding', 'live', 'suspended', 'erased'] }).notNull(),
  slot: text('slot').notNull(),
  epoch: integer('epoch').notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const slots = sqliteTable('slots', {
  slot: text('slot').primaryKey(),
  districtId: text('district_id'),
  schemaVersion: integer('schema_version').notNull(),
  claimedAt: text('claimed_at'),
})

export const signUpRequests = sqliteTable('sign_up_requests', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  division: text('division').notNull(),
  adminName: text('admin_name').notNull(),
  createdAt: text('created_at').notNull(),
})

export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  username: text('username').notNull(),
  name: text('name').notNull(),
  password: text('password'),
  state: text('state', { enum: ['invited', 'active', 'suspended'] }).notNull(),
  homeDistrictId: text('home_district_id'),
  lastMembershipId: text('last_membership_id'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const memberships = sqliteTable('memberships', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  districtId: text('district_id'),
  role: text('role', { enum: ROLES }).notNull(),
  unit: text('unit'),
  unitName: text('unit_name'),
  division: text('division'),
  endedAt: text('ended_at'),
  createdAt: text('created_at').notNull(),
})

export const invitations = sqliteTable('invitations', {
  id: text('id').primaryKey(),
  districtId: text('district_id').notNull(),
  role: text('role', { enum: ROLES }).notNull(),
  unit: text('unit'),
  unitName: text('unit_name'),
  codeHash: text('code_hash').notNull(),
  expiresAt: text('expires_at').notNull(),
  accountId: text('account_id'),
  usedAt: text('used_at'),
  createdAt: text('created_at').notNull(),
})

export const activationCodes = sqliteTable('activation_codes', {
  codeHash: text('code_hash').primaryKey(),
  accountId: text('account_id').notNull(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
})

export const sessions = sqliteTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  accountId: text('account_id').notNull(),
  membershipId: text('membership_id'),
  createdMs: integer('created_ms').notNull(),
  seenMs: integer('seen_ms').notNull(),
})

export const devices = sqliteTable(
  'devices',
  {
    tokenHash: text('token_hash').notNull(),
    accountId: text('account_id').notNull(),
    seenMs: integer('seen_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tokenHash, t.accountId] })],
)

export const attempts = sqliteTable('attempts', {
  subject: text('subject').primaryKey(),
  failures: integer('failures').notNull(),
  windowMs: integer('window_ms').notNull(),
  lockedUntilMs: integer('locked_until_ms').notNull(),
})

export const apiClients = sqliteTable('api_clients', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  division: text('division').notNull(),
  jwk: text('jwk', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  state: text('state', { enum: ['active', 'revoked'] }).notNull(),
  createdAt: text('created_at').notNull(),
})

export const usedAssertions = sqliteTable(
  'used_assertions',
  {
    clientId: text('client_id').notNull(),
    jti: text('jti').notNull(),
    expiresS: integer('expires_s').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.jti] })],
)

export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})

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

export const divisions = sqliteTable(
  'divisions',
  {
    code: text('code').notNull(),
    name: text('name').notNull(),
    level: text('level', { enum: ['province', 'prefecture', 'county'] }).notNull(),
    parent: text('parent'),
    standard: text('standard', { enum: ['gb2260', 'statistical'] }).notNull(),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
    successor: text('successor'),
  },
  (t) => [primaryKey({ columns: [t.code, t.validFrom] })],
)
