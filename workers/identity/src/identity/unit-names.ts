import { type Grant, grantableIn } from '@shixun/domain/identity/grant-roles'
import { UNIT_ROLES } from '@shixun/domain/identity/role'
import type { IdentityScene } from '../store.ts'
import { hereOf } from './account-view.ts'

/** Names of the rows that these roles stand for, in their order: one call to the tenant, none when no role needs one. */
export async function unitNamesOf(scene: IdentityScene, grants: readonly Grant[]): Promise<(string | null)[]> {
  const here = hereOf(scene)
  const asked = grants.flatMap(({ role, unit }) =>
    unit !== undefined && UNIT_ROLES[role] && grantableIn(here.kind, role) ? [{ role, unit }] : [],
  )
  if (asked.length === 0) return grants.map(() => null)
  const names = await scene.store.tenants.unitNames(here, asked)
  const known = new Map(asked.map(({ role, unit }, index) => [`${role}/${unit}`, names[index] ?? null]))
  return grants.map(({ role, unit }) => known.get(`${role}/${unit}`) ?? null)
}
