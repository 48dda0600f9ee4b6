import { randomBytes } from 'node:crypto'
import type { membershipsOf } from '@shixun/db/directory/accounts'
import { ABSOLUTE_MS } from '@shixun/domain/identity/session'
import { setCookie } from '@shixun/http/cookie'

export type MembershipRow = ReturnType<ReturnType<typeof membershipsOf>['decode']>
type Named = { id: string; username: string; name: string }

/** A token of 256 bits, as it stands in a cookie; the directory keeps its SHA-256 alone. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** How the journal names a session: by the beginning of its hash, which says nothing about its token. */
export function sessionEntity(tokenHash: string): string {
  return `ses_${tokenHash.slice(0, 26)}`
}

function membershipView(row: MembershipRow) {
  const { id, role, unit, unitName, membershipDivision: division, districtId, slug, districtName: name, kind } = row
  const district = districtId && slug && name && kind ? { id: districtId, slug, name, kind } : null
  return { id, role, district, unit, unitName, division }
}

/** Who is signed in, under which membership, and which others there are. */
export function sessionView({ id, username, name }: Named, rows: readonly MembershipRow[], acting: string | null) {
  const memberships = rows.map(membershipView)
  return { account: { id, username, name }, acting: memberships.find((one) => one.id === acting) ?? null, memberships }
}

export function sessionCookie(origin: string, token: string): string {
  return setCookie(new URL(origin), 'sid', token, ABSOLUTE_MS / 1000)
}

/** An answer with several cookies, which a plain record of headers cannot carry. */
export function withCookies(body: unknown, cookies: readonly string[]): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify(body), { status: 200, headers })
}
