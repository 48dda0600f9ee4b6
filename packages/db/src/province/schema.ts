import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const pages = sqliteTable(
  'pages',
  {
    province: text('province').notNull(),
    seq: integer('seq').notNull(),
    districtId: text('district_id').notNull(),
    division: text('division').notNull(),
    districtName: text('district_name').notNull(),
    epoch: integer('epoch').notNull(),
    page: integer('page').notNull(),
    period: text('period').notNull(),
    firstSeq: integer('first_seq').notNull(),
    lastSeq: integer('last_seq').notNull(),
    lastLine: text('last_line').notNull(),
    lines: text('lines').notNull(),
    digest: text('digest').notNull(),
    previous: text('previous'),
    kid: text('kid').notNull(),
    jws: text('jws').notNull(),
    acceptedAt: text('accepted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.province, t.seq] })],
)

export const observations = sqliteTable(
  'observations',
  {
    province: text('province').notNull(),
    period: text('period').notNull(),
    indicator: text('indicator').notNull(),
    division: text('division').notNull(),
    districtId: text('district_id').notNull(),
    dims: text('dims').notNull(),
    districtName: text('district_name').notNull(),
    value: text('value'),
    n: integer('n'),
    status: text('status').notNull(),
    epoch: integer('epoch').notNull(),
    revision: integer('revision').notNull(),
  },
  (t) => [primaryKey({ columns: [t.province, t.period, t.indicator, t.division, t.districtId, t.dims] })],
)

export const deliveries = sqliteTable(
  'deliveries',
  {
    province: text('province').notNull(),
    period: text('period').notNull(),
    division: text('division').notNull(),
    districtId: text('district_id').notNull(),
    districtName: text('district_name').notNull(),
    deliveredAt: text('delivered_at'),
  },
  (t) => [primaryKey({ columns: [t.province, t.period, t.division, t.districtId] })],
)
