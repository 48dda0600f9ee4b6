import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading, type Statement, statement } from '../statement.ts'
import { accounts, activationCodes, apiClients, devices, districts, memberships } from './schema.ts'

const ACCOUNT = sql.placeholder('account')
const DISTRICT = sql.placeholder('district')
const AFTER = sql.placeholder('after')
const LIMIT = sql.placeholder('limit')

export const accountById = reading(build.select().from(accounts).where(eq(accounts.id, ACCOUNT)))

/** Under a user name: the account, with what must not stand in its password. */
const withHome = () =>
  build
    .select({
      id: accounts.id,
      username: accounts.username,
      name: accounts.name,
      password: accounts.password,
      state: accounts.state,
      lastMembershipId: accounts.lastMembershipId,
      version: accounts.version,
      homeSlug: sql<string | null>`${districts.slug}`.as('home_slug'),
      homeName: sql<string | null>`${districts.name}`.as('home_name'),
    })
    .from(accounts)
    .leftJoin(districts, eq(districts.id, accounts.homeDistrictId))
export const accountByUsername = reading(withHome().where(eq(accounts.username, sql.placeholder('username'))))
export const accountWithHome = reading(withHome().where(eq(accounts.id, ACCOUNT)))

/** The account of an activation code that was never used, and until when it can be. */
export const accountOfCode = reading(
  build
    .select({
      id: accounts.id,
      username: accounts.username,
      name: accounts.name,
      state: accounts.state,
      version: accounts.version,
      expiresAt: activationCodes.expiresAt,
      homeSlug: sql<string | null>`${districts.slug}`.as('home_slug'),
      homeName: sql<string | null>`${districts.name}`.as('home_name'),
    })
    .from(activationCodes)
    .innerJoin(accounts, eq(accounts.id, activationCodes.accountId))
    .leftJoin(districts, eq(districts.id, accounts.homeDistrictId))
    .where(and(eq(activationCodes.codeHash, sql.placeholder('code')), isNull(activationCodes.usedAt))),
)

/** Which accounts were signed in to from a device. */
export const accountsOfDevice = reading(
  build
    .select({ accountId: devices.accountId })
    .from(devices)
    .where(eq(devices.tokenHash, sql.placeholder('device'))),
)

const membership = {
  id: memberships.id,
  accountId: memberships.accountId,
  role: memberships.role,
  unit: memberships.unit,
  unitName: memberships.unitName,
  membershipDivision: sql<string | null>`${memberships.division}`.as('membership_division'),
  districtId: memberships.districtId,
  slug: districts.slug,
  districtName: sql<string | null>`${districts.name}`.as('district_name'),
  kind: districts.kind,
}
const usable = () =>
  build.select(membership).from(memberships).leftJoin(districts, eq(districts.id, memberships.districtId))
const standing = and(isNull(memberships.endedAt), or(isNull(memberships.districtId), eq(districts.state, 'live')))

/** The memberships under which an account can act now, in the order in which they were given. */
export const membershipsOf = reading(
  usable()
    .where(and(eq(memberships.accountId, ACCOUNT), standing))
    .orderBy(sql`memberships.rowid`),
)
export const membershipsOfUsername = reading(
  usable()
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(accounts.username, sql.placeholder('username')), standing))
    .orderBy(sql`memberships.rowid`),
)

/** An account as one bureau sees it: with the roles it has there and no others, as a JSON array. */
const card = {
  id: accounts.id,
  username: accounts.username,
  name: accounts.name,
  state: accounts.state,
  homeDistrictId: accounts.homeDistrictId,
  version: accounts.version,
  hasPassword: sql<number>`${accounts.password} IS NOT NULL`.as('has_password'),
  roles:
    sql<string>`(SELECT json_group_array(json_object('id', m.id, 'role', m.role, 'unit', m.unit, 'unitName', m.unit_name) ORDER BY m.rowid)
    FROM memberships m WHERE m.account_id = accounts.id AND m.district_id = ${DISTRICT} AND m.ended_at IS NULL)`.as(
      'roles',
    ),
}
export type AccountCard = ReturnType<ReturnType<typeof accountHere>['decode']>

/** An account that has or had a role in the district; others are unknown there. */
export const accountHere = reading(
  build
    .select(card)
    .from(accounts)
    .where(
      and(
        eq(accounts.id, ACCOUNT),
        sql`EXISTS (SELECT 1 FROM memberships h WHERE h.account_id = accounts.id AND h.district_id = ${DISTRICT})`,
      ),
    ),
)

/** A page of a district's accounts, newest first; and by the beginning of the user name, those at home or invited there. */
export const accountPage = reading(
  build
    .select(card)
    .from(accounts)
    .where(
      sql`${accounts.id} IN (SELECT DISTINCT account_id FROM memberships
        WHERE district_id = ${DISTRICT} AND account_id < ${AFTER} ORDER BY account_id DESC LIMIT ${LIMIT})`,
    )
    .orderBy(desc(accounts.id)),
)
const wanted = (of: string) =>
  sql.join([
    sql.raw(`${of}.username > `),
    AFTER,
    sql.raw(` AND ${of}.username >= `),
    sql.placeholder('from'),
    sql.raw(` AND ${of}.username < `),
    sql.placeholder('to'),
  ])
export const accountsByPrefix = reading(
  build
    .select(card)
    .from(accounts)
    .where(
      sql`${accounts.username} IN (
        SELECT username FROM (SELECT h.username FROM accounts h WHERE h.home_district_id = ${DISTRICT}
          AND ${wanted('h')} ORDER BY h.username LIMIT ${LIMIT})
        UNION ALL SELECT g.username FROM invitations i JOIN accounts g ON g.id = i.account_id
          WHERE i.district_id = ${DISTRICT} AND i.account_id IS NOT NULL AND ${wanted('g')})`,
    )
    .orderBy(accounts.username)
    .limit(LIMIT),
)

/** Which of these user names (a JSON array) are taken. */
export const takenUsernames = reading(
  build
    .select({ username: accounts.username })
    .from(accounts)
    .where(sql`${accounts.username} IN (SELECT value FROM json_each(${sql.placeholder('usernames')}))`),
)

export const clientById = reading(
  build
    .select()
    .from(apiClients)
    .where(and(eq(apiClients.id, sql.placeholder('client')), eq(apiClients.state, 'active'))),
)

/** Ends every session of an account but one (none: the empty text), and forgets its devices when `devicesToo`. */
export function endSessions(account: string, except: string): Statement {
  return statement('DELETE FROM sessions WHERE account_id = ? AND token_hash <> ?', account, except)
}

export function forgetDevices(account: string, except: string): Statement {
  return statement('DELETE FROM devices WHERE account_id = ? AND token_hash <> ?', account, except)
}
