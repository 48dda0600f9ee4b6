import { type Grant, grantProblem } from '@shixun/domain/identity/grant-roles'
import { ROLES, type Role } from '@shixun/domain/identity/role'
import type { DistrictKind } from '@shixun/domain/identity/visitor'

export type ImportRow = { username: string; name: string; role: string; unit?: string | undefined }
export type Rejected = { row: number; column: string; problem: string }
export type Accepted = { username: string; name: string; role: Role; unit: string | null; unitName: string | null }

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,39}$/
const NAME_LONGEST = 40

/** The role of a row as far as it can be read, so that all units are looked up together. */
export function grantOf({ role, unit }: ImportRow): Grant | null {
  const known = ROLES.find((one) => one === role.trim())
  return known ? { role: known, ...(unit?.trim() ? { unit: unit.trim() } : {}) } : null
}

function nameProblem(name: string): string | null {
  if (name === '') return 'required'
  return name.length > NAME_LONGEST ? 'too_long' : null
}

function usernameProblem(username: string, taken: ReadonlySet<string>, earlier: ReadonlySet<string>): string | null {
  if (username === '') return 'required'
  if (!USERNAME.test(username)) return 'wrong_format'
  if (earlier.has(username)) return 'duplicate'
  return taken.has(username) ? 'taken' : null
}

/**
 * Checks every row of an import by column. Rows count from 1. A row with any problem is left out whole; the others
 * stand. `unitNames` has the name of each row's unit, null when the district has no such row.
 */
export function checkImport(
  kind: DistrictKind,
  rows: readonly ImportRow[],
  taken: ReadonlySet<string>,
  unitNames: readonly (string | null)[],
): { accepted: Accepted[]; rejected: Rejected[] } {
  const accepted: Accepted[] = []
  const rejected: Rejected[] = []
  const earlier = new Set<string>()
  for (const [index, given] of rows.entries()) {
    const username = given.username.trim().toLowerCase()
    const name = given.name.trim()
    const grant = grantOf(given)
    const unitName = unitNames[index] ?? null
    const wrongGrant = grant
      ? grantProblem(kind, grant, unitName)
      : { member: 'role', problem: given.role.trim() ? 'not_a_choice' : 'required' }
    const problems: [string, string | null][] = [
      ['username', usernameProblem(username, taken, earlier)],
      ['name', nameProblem(name)],
      [wrongGrant?.member ?? '', wrongGrant?.problem ?? null],
    ]
    earlier.add(username)
    const wrong = problems.flatMap(([column, problem]) =>
      problem === null ? [] : [{ row: index + 1, column, problem }],
    )
    rejected.push(...wrong)
    if (wrong.length === 0 && grant)
      accepted.push({ username, name, role: grant.role, unit: grant.unit ?? null, unitName })
  }
  return { accepted, rejected }
}
