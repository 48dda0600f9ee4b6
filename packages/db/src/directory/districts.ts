import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { assertion, reading, type Statement, statement } from '../statement.ts'
import { districts, signUpRequests, slots } from './schema.ts'

const ref = {
  id: districts.id,
  slug: districts.slug,
  name: districts.name,
  kind: districts.kind,
  division: districts.division,
  slot: districts.slot,
  epoch: districts.epoch,
}
const AFTER = sql.placeholder('after')
const LIMIT = sql.placeholder('limit')

/** Live districts by slug, for what goes through all of them. */
export const livePage = reading(
  build
    .select(ref)
    .from(districts)
    .where(and(gt(districts.slug, AFTER), eq(districts.state, 'live')))
    .orderBy(asc(districts.slug))
    .limit(LIMIT),
)

/** Districts that claimed a database which does not yet carry their name. */
export const foundingDistricts = reading(
  build.select(ref).from(districts).where(eq(districts.state, sql`'founding'`)).limit(LIMIT),
)
/** Whoever has a slug, in any state. */
export const districtOfSlug = reading(
  build
    .select({ ...ref, state: districts.state })
    .from(districts)
    .where(eq(districts.slug, sql.placeholder('slug'))),
)

/** Bureaus that curate a library: live ones of a city or a province. */
export const curatorPage = reading(
  build
    .select({ slug: districts.slug, name: districts.name, kind: districts.kind, division: districts.division })
    .from(districts)
    .where(
      and(sql`${districts.kind} IN ('city', 'province')`, eq(districts.state, sql`'live'`), gt(districts.slug, AFTER)),
    )
    .orderBy(asc(districts.slug))
    .limit(LIMIT),
)

/** Live bureaus whose division begins with the digits given (`from` to `to`), by division and slug, after a key. */
export const bureauPage = reading(
  build
    .select({ slug: districts.slug, name: districts.name, kind: districts.kind, division: districts.division })
    .from(districts)
    .where(
      and(
        eq(districts.state, sql`'live'`),
        sql`(${districts.division}, ${districts.slug}) > (${sql.placeholder('division')}, ${AFTER})`,
        lt(districts.division, sql.placeholder('to')),
      ),
    )
    .orderBy(asc(districts.division), asc(districts.slug))
    .limit(LIMIT),
)

export const platformPage = reading(
  build
    .select({
      id: districts.id,
      slug: districts.slug,
      name: districts.name,
      kind: districts.kind,
      division: districts.division,
      state: districts.state,
      version: districts.version,
      createdAt: districts.createdAt,
    })
    .from(districts)
    .where(lt(districts.id, AFTER))
    .orderBy(desc(districts.id))
    .limit(LIMIT),
)

/** The pool in figures: its size, what is free, and how many sign-ups wait for it. */
export const poolFigures = reading(
  build
    .select({
      total: sql<number>`count(*)`.as('total'),
      free: sql<number>`count(*) - count(${slots.districtId})`.as('free'),
      waiting: sql<number>`(SELECT count(*) FROM ${signUpRequests})`.as('waiting'),
    })
    .from(slots),
)

/** Free slots, the first few: enough to know whether there is one and whether the alarm is due. */
export const freeSlots = reading(
  build.select({ slot: slots.slot }).from(slots).where(sql`${slots.districtId} IS NULL`).limit(LIMIT),
)

export const signUpRequestOf = reading(
  build
    .select()
    .from(signUpRequests)
    .where(
      and(eq(signUpRequests.slug, sql.placeholder('slug')), eq(signUpRequests.division, sql.placeholder('division'))),
    ),
)

export type NewDistrict = Omit<typeof districts.$inferInsert, 'slot' | 'epoch' | 'version' | 'state'>

/**
 * Claims a free database for a new district: one statement takes the slot, so that two never take the same; an empty
 * pool rolls the whole batch back as the assertion `pool-empty`.
 */
export function claimStatements(district: NewDistrict): Statement[] {
  const { id, slug, name, kind, division, bureau, createdAt } = district
  return [
    statement(
      `UPDATE slots SET district_id = ?, claimed_at = ?
       WHERE slot = (SELECT slot FROM slots WHERE district_id IS NULL LIMIT 1)`,
      id,
      createdAt,
    ),
    assertion('pool-empty', 'EXISTS (SELECT 1 FROM slots WHERE district_id = ?)', id),
    statement(
      `INSERT INTO districts (id, slug, name, kind, division, bureau, state, slot, epoch, version, created_at)
       SELECT ?, ?, ?, ?, ?, ?, 'founding', slot, 1, 1, ? FROM slots WHERE district_id = ?`,
      ...[id, slug, name, kind, division, bureau, createdAt, id],
    ),
    statement('DELETE FROM sign_up_requests WHERE slug = ? AND division = ?', slug, division),
  ]
}
