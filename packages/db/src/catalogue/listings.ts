import { FACETS } from '@shixun/domain/flagship/facet-token'
import { and, asc, desc, eq, getTableColumns, gt, lt, ne, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { inbox, listings, listingVersions } from './schema.ts'

const ID = sql.placeholder('id')
const LIMIT = sql.placeholder('limit')
const AFTER = sql.placeholder('after')

export const receiptById = reading(build.select().from(inbox).where(eq(inbox.id, ID)))

const { no, package: contents, sha256 } = getTableColumns(listingVersions)
const withVersion = () => build.select({ ...getTableColumns(listings), no, package: contents, sha256 }).from(listings)
const joined = eq(listingVersions.listingId, listings.id)

/** A listing with one of its frozen versions; `no` null means the latest. */
export const listingWithVersion = reading(
  withVersion()
    .innerJoin(
      listingVersions,
      and(joined, eq(listingVersions.no, sql`coalesce(${sql.placeholder('no')}, ${listings.latest})`)),
    )
    .where(eq(listings.id, ID)),
)

/** Listings in the order of their arrival, with their latest version: what a rebuild of the index reads. */
export const listingsFrom = reading(
  withVersion()
    .innerJoin(listingVersions, and(joined, eq(listingVersions.no, listings.latest)))
    .where(gt(listings.seq, AFTER))
    .orderBy(asc(listings.seq))
    .limit(LIMIT),
)

const COLUMNS = {
  level: listings.level,
  phase: listings.phase,
  subject: listings.subject,
  module: listings.module,
  mode: listings.mode,
  grade: listings.grade,
  model: listings.model,
  curator: listings.curatorSlug,
} as const
const narrowed = FACETS.map((facet): SQL => {
  const given = sql.placeholder(facet)
  return sql`(${given} IS NULL OR ${COLUMNS[facet]} = ${given})`
})

/** Titles that contain a text, newest first: what a search falls back to while the index is away. Facets are null or a value. */
export const listingsByTitle = reading(
  build
    .select()
    .from(listings)
    .where(
      and(
        lt(listings.seq, AFTER),
        ne(listings.grade, 'removed'),
        sql`instr(${listings.title}, ${sql.placeholder('q')}) > 0`,
        ...narrowed,
      ),
    )
    .orderBy(desc(listings.seq))
    .limit(LIMIT),
)
