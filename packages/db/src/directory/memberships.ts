import { and, eq, isNull, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { assertion, reading, type Statement, statement } from '../statement.ts'
import { districts, invitations } from './schema.ts'

/** The invitation of a code that was never used, into a district that is live, and until when it can be. */
export const invitationOfCode = reading(
  build
    .select({
      id: invitations.id,
      districtId: invitations.districtId,
      role: invitations.role,
      unit: invitations.unit,
      unitName: invitations.unitName,
      expiresAt: invitations.expiresAt,
      slug: districts.slug,
      districtName: sql<string>`${districts.name}`.as('district_name'),
      kind: districts.kind,
    })
    .from(invitations)
    .innerJoin(districts, eq(districts.id, invitations.districtId))
    .where(
      and(eq(invitations.codeHash, sql.placeholder('code')), isNull(invitations.usedAt), eq(districts.state, 'live')),
    ),
)

/** Whose account took the invitation, and when. */
export function takeInvitation(id: string, account: string, now: string): Statement {
  return statement(
    'UPDATE invitations SET used_at = ?, account_id = ? WHERE id = ? AND used_at IS NULL',
    now,
    account,
    id,
  )
}

/** Ends a role and whatever sessions act under it. */
export function endMembership(membership: { id: string; account: string }, now: string): Statement[] {
  const { id, account } = membership
  return [
    statement(
      'UPDATE memberships SET ended_at = ? WHERE id = ? AND account_id = ? AND ended_at IS NULL',
      now,
      id,
      account,
    ),
    statement('DELETE FROM sessions WHERE account_id = ? AND membership_id = ?', account, id),
  ]
}

/** After everything before it in the batch, somebody who can sign in still administers the district. */
export function adminRemains(district: string): Statement {
  return assertion(
    'admin-remains',
    `EXISTS (SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id
      WHERE m.district_id = ? AND m.role = 'admin' AND m.ended_at IS NULL AND a.state = 'active')`,
    district,
  )
}
