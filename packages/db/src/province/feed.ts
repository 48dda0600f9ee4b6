import { and, asc, desc, eq, gt, gte, lt, ne, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import type { Read, Statement } from '../statement.ts'
import { reading, statement } from '../statement.ts'
import { deliveries, observations, pages } from './schema.ts'

const PROVINCE = sql.placeholder('province')
const DISTRICT = sql.placeholder('district')

/** Characters of lines that one answer carries before it is cut: a first page always fits. */
const ANSWER_CHARACTERS = 3_000_000

const following = build
  .select({
    seq: pages.seq,
    district: pages.districtId,
    division: pages.division,
    districtName: pages.districtName,
    epoch: pages.epoch,
    page: pages.page,
    period: pages.period,
    firstSeq: pages.firstSeq,
    lastSeq: pages.lastSeq,
    lines: pages.lines,
    digest: pages.digest,
    previous: pages.previous,
    kid: pages.kid,
    jws: pages.jws,
  })
  .from(pages)
  .where(and(eq(pages.province, PROVINCE), gt(pages.seq, sql.placeholder('after'))))
  .orderBy(asc(pages.seq))
  .limit(sql.placeholder('limit'))

/** Pages of a province after a number, in order. */
export const pagesAfter = reading(following)
export type StoredPage = ReturnType<typeof pagesAfter> extends Read<infer Row> ? Row : never

/** How many of the pages, in order, one answer takes: a rule of the pages alone, so that a replay cuts in the same place. */
export function cutAnswer(rows: readonly StoredPage[]): number {
  let characters = 0
  const over = rows.findIndex(({ lines }) => {
    characters += lines.length
    return characters > ANSWER_CHARACTERS
  })
  return over < 0 ? rows.length : Math.max(1, over)
}

const chainEnd = {
  epoch: pages.epoch,
  page: pages.page,
  lastSeq: pages.lastSeq,
  lastLine: pages.lastLine,
  digest: pages.digest,
}
export const lastOfDistrict = reading(
  build
    .select(chainEnd)
    .from(pages)
    .where(eq(pages.districtId, DISTRICT))
    .orderBy(desc(pages.epoch), desc(pages.page))
    .limit(1),
)
export const pageOfDistrict = reading(
  build
    .select({ digest: pages.digest })
    .from(pages)
    .where(
      and(
        eq(pages.districtId, DISTRICT),
        eq(pages.epoch, sql.placeholder('epoch')),
        eq(pages.page, sql.placeholder('page')),
      ),
    ),
)

/** A page of a province at the next dense number: read and taken in one statement. */
export function addPage(page: Omit<typeof pages.$inferInsert, 'seq'>): Statement {
  return statement(
    `INSERT INTO pages (province, seq, district_id, division, district_name, epoch, page, period, first_seq, last_seq, last_line, lines, digest, previous, kid, jws, accepted_at)
     SELECT ?1, COALESCE(MAX(seq), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16 FROM pages WHERE province = ?1`,
    page.province,
    page.districtId,
    page.division,
    page.districtName,
    page.epoch,
    page.page,
    page.period,
    page.firstSeq,
    page.lastSeq,
    page.lastLine,
    page.lines,
    page.digest,
    page.previous ?? null,
    page.kid,
    page.jws,
    page.acceptedAt,
  )
}

type Owner = { province: string; division: string; districtId: string; districtName: string }
export type Figure = Pick<
  typeof observations.$inferSelect,
  'period' | 'indicator' | 'dims' | 'value' | 'n' | 'status' | 'epoch' | 'revision'
>

/** Newer revisions replace older ones, whatever the order in which they come. */
export function upsertFigures(owner: Owner, figures: readonly Figure[]): Statement {
  return statement(
    `INSERT INTO observations (province, division, district_id, district_name, period, indicator, dims, value, n, status, epoch, revision)
     SELECT ?1, ?2, ?3, ?4, value ->> 'period', value ->> 'indicator', value ->> 'dims', value ->> 'value', value ->> 'n', value ->> 'status', value ->> 'epoch', value ->> 'revision'
     FROM json_each(?5) WHERE true
     ON CONFLICT (province, period, indicator, division, district_id, dims) DO UPDATE SET
       district_name = excluded.district_name, value = excluded.value, n = excluded.n, status = excluded.status,
       epoch = excluded.epoch, revision = excluded.revision
     WHERE (excluded.epoch, excluded.revision) > (observations.epoch, observations.revision)`,
    owner.province,
    owner.division,
    owner.districtId,
    owner.districtName,
    JSON.stringify(figures),
  )
}

/** A month is due from districts; what was delivered before stays delivered. */
export function expectMonth(period: string, owners: readonly Owner[]): Statement {
  return statement(
    `INSERT INTO deliveries (province, period, division, district_id, district_name)
     SELECT value ->> 'province', ?, value ->> 'division', value ->> 'districtId', value ->> 'districtName' FROM json_each(?) WHERE true
     ON CONFLICT (province, period, division, district_id) DO NOTHING`,
    period,
    JSON.stringify(owners),
  )
}

export function markDelivered(owner: Owner, period: string, at: string): Statement {
  return statement(
    `INSERT INTO deliveries (province, period, division, district_id, district_name, delivered_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (province, period, division, district_id) DO UPDATE SET
       delivered_at = COALESCE(deliveries.delivered_at, excluded.delivered_at), district_name = excluded.district_name`,
    owner.province,
    period,
    owner.division,
    owner.districtId,
    owner.districtName,
    at,
  )
}

/** A month in which the district did not exist yet is not due. */
export function excuseMonth(owner: Owner, period: string): Statement {
  return statement(
    'DELETE FROM deliveries WHERE province = ? AND period = ? AND division = ? AND district_id = ? AND delivered_at IS NULL',
    owner.province,
    period,
    owner.division,
    owner.districtId,
  )
}

/** What was due since a month, of the divisions from `from` to before `to`. */
export const deliveriesSince = reading(
  build
    .select({
      period: deliveries.period,
      division: deliveries.division,
      districtId: deliveries.districtId,
      name: deliveries.districtName,
      deliveredAt: deliveries.deliveredAt,
    })
    .from(deliveries)
    .where(and(eq(deliveries.province, PROVINCE), gte(deliveries.period, sql.placeholder('since')))),
)

/** Figures of a month as they stand, without what was withdrawn. */
export const figuresOfMonth = reading(
  build
    .select({
      indicator: observations.indicator,
      division: observations.division,
      districtName: observations.districtName,
      dims: observations.dims,
      value: observations.value,
      n: observations.n,
      status: observations.status,
      revision: observations.revision,
    })
    .from(observations)
    .where(
      and(
        eq(observations.province, PROVINCE),
        eq(observations.period, sql.placeholder('period')),
        gte(observations.division, sql.placeholder('from')),
        lt(observations.division, sql.placeholder('to')),
        ne(observations.status, 'T'),
      ),
    ),
)
