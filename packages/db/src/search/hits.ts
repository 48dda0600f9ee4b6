import { eq, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { indexState, listingRows } from './schema.ts'

export const searchState = reading(build.select().from(indexState).limit(1))
export const indexedVersion = reading(
  build
    .select({ version: listingRows.version })
    .from(listingRows)
    .where(eq(listingRows.listingId, sql.placeholder('id'))),
)

const LIMIT = sql.placeholder('limit')

/** D1 binds every number as a float, which FTS5 does not take for a bound of its rowid: without the cast it reads all hits. */
function tier(name: string) {
  const [match, after] = [sql.placeholder(`${name}Match`), sql.placeholder(`${name}After`)]
  return sql`SELECT ${sql.raw(`'${name}'`)} AS tier, listing_rows.place AS place, listing_rows.card AS card
    FROM listing_text CROSS JOIN listing_rows ON listing_rows.place = listing_text.rowid
    WHERE listing_text MATCH ${match} AND listing_text.rowid < CAST(${after} AS INTEGER)
    ORDER BY listing_text.rowid DESC LIMIT ${LIMIT}`
}

const hit = {
  tier: sql<'title' | 'body'>`tier`.as('tier'),
  place: sql<number>`place`.as('place'),
  card: sql<string>`card`.as('card'),
}

/**
 * Hits in two tiers, those by title before those by text, each by place from the highest down. The second tier runs
 * only as far as the first leaves room. Parameters: titleMatch, titleAfter, bodyMatch, bodyAfter, limit.
 */
export const searchHits = reading(
  build
    .select(hit)
    .from(sql`(SELECT * FROM (${tier('title')}) UNION ALL SELECT * FROM (${tier('body')}))`)
    .limit(LIMIT),
)
/** The second tier alone: where a page begins behind the first. Parameters: bodyMatch, bodyAfter, limit. */
export const searchHitsByText = reading(
  build
    .select(hit)
    .from(sql`(${tier('body')})`)
    .limit(LIMIT),
)
