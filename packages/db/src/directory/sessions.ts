import { and, eq, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { accounts, districts, memberships, sessions, settings } from './schema.ts'

/** For those who decide: what else the same person stands for in the same district, as JSON. */
const stands = sql<string | null>`CASE WHEN memberships.role IN ('office', 'finance', 'curator') THEN (
  SELECT json_group_array(m.unit) FROM memberships m WHERE m.account_id = sessions.account_id AND m.ended_at IS NULL
    AND m.district_id = memberships.district_id AND m.unit IS NOT NULL) END`.as('stands')

/** Everything a session look-up needs, in one indexed read: account, acting membership, district. */
export const sessionByToken = reading(
  build
    .select({
      accountId: sessions.accountId,
      createdMs: sessions.createdMs,
      seenMs: sessions.seenMs,
      accountName: sql<string>`${accounts.name}`.as('account_name'),
      accountState: sql<string>`${accounts.state}`.as('account_state'),
      membershipId: sessions.membershipId,
      role: memberships.role,
      unit: memberships.unit,
      membershipDivision: sql<string | null>`${memberships.division}`.as('membership_division'),
      endedAt: memberships.endedAt,
      stands,
      districtId: sql<string | null>`${districts.id}`.as('the_district_id'),
      slug: districts.slug,
      districtName: sql<string | null>`${districts.name}`.as('district_name'),
      kind: districts.kind,
      division: districts.division,
      slot: districts.slot,
      epoch: districts.epoch,
      districtState: sql<string | null>`${districts.state}`.as('district_state'),
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(memberships, eq(memberships.id, sessions.membershipId))
    .leftJoin(districts, eq(districts.id, memberships.districtId))
    .where(eq(sessions.tokenHash, sql.placeholder('token'))),
)

const ref = {
  id: districts.id,
  slug: districts.slug,
  name: districts.name,
  kind: districts.kind,
  division: districts.division,
  slot: districts.slot,
  epoch: districts.epoch,
}

/** A live district by its slug: what a public page and the carrier of envelopes need. */
export const districtBySlug = reading(
  build
    .select(ref)
    .from(districts)
    .where(and(eq(districts.slug, sql.placeholder('slug')), eq(districts.state, 'live'))),
)

export const settingOf = reading(
  build
    .select()
    .from(settings)
    .where(eq(settings.key, sql.placeholder('key'))),
)
