import type { FieldProblem } from '../shared/result.ts'
import { PLATFORM_ROLES, postsConflict, type Role, UNIT_ROLES } from './role.ts'
import type { DistrictKind } from './visitor.ts'

export type Grant = { role: Role; unit?: string | undefined }

const CURATING: readonly DistrictKind[] = ['city', 'province']

/** Roles that a bureau of this kind can give. Platform roles are never given by a bureau. */
export function grantableIn(kind: DistrictKind, role: Role): boolean {
  if (PLATFORM_ROLES.includes(role)) return false
  return role !== 'curator' || CURATING.includes(kind)
}

/**
 * What is wrong with one role to be given, by its member: a role that this bureau lacks, a unit that is missing, not
 * wanted or unknown. `unitName` is the name of the row of the tenant, null when there is none.
 */
export function grantProblem(
  kind: DistrictKind,
  grant: Grant,
  unitName: string | null,
): { member: 'role' | 'unit'; problem: string } | null {
  if (!grantableIn(kind, grant.role)) return { member: 'role', problem: 'not_a_choice' }
  if (!UNIT_ROLES[grant.role]) return grant.unit === undefined ? null : { member: 'unit', problem: 'unknown_field' }
  if (grant.unit === undefined) return { member: 'unit', problem: 'required' }
  return unitName === null ? { member: 'unit', problem: 'not_in_district' } : null
}

/** Problems of a list of roles given together, with pointers under `base`. */
export function grantProblems(
  kind: DistrictKind,
  grants: readonly Grant[],
  unitNames: readonly (string | null)[],
  base: string,
): FieldProblem[] {
  return grants.flatMap((grant, index) => {
    const found = grantProblem(kind, grant, unitNames[index] ?? null)
    const first = grants.findIndex((other) => other.role === grant.role && other.unit === grant.unit)
    if (found) return [{ pointer: `${base}/${index}/${found.member}`, problem: found.problem }]
    return first < index ? [{ pointer: `${base}/${index}`, problem: 'duplicate' }] : []
  })
}

/** Whether these roles, given together to somebody who holds `held` here, would join posts that must stay apart. */
export function joinsPosts(held: readonly Role[], added: readonly Role[]): boolean {
  return added.some((role, index) => postsConflict([...held, ...added.slice(0, index)], role))
}
