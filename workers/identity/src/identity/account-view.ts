import type { AccountCard } from '@shixun/db/directory/accounts'
import { type AccountAction, accountActions } from '@shixun/domain/identity/account'
import { scopeOf } from '@shixun/domain/identity/permission'
import type { Role } from '@shixun/domain/identity/role'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { IdentityScene } from '../store.ts'

/** Why a bureau's only administrator stays. */
export const LAST_ADMIN = '本局唯一在用的系统管理员'

export type RoleHere = { id: string; role: Role; unit: string | null; unitName: string | null }

/** The district of the path; a route that names one is not reached without. */
export function hereOf({ passage }: IdentityScene): DistrictRef {
  if (!passage.district) throw new Error('a district route without a district')
  return passage.district
}

export function rolesOf(card: Pick<AccountCard, 'roles'>): RoleHere[] {
  return JSON.parse(card.roles)
}

/** What this visitor may do to the account now. */
export function actionsOn(
  scene: IdentityScene,
  card: Pick<AccountCard, 'id' | 'state' | 'homeDistrictId' | 'roles'>,
): readonly AccountAction[] {
  const { visitor } = scene
  if (visitor.kind !== 'person' || scopeOf(visitor, 'account.write') === null) return []
  return accountActions(card.state, {
    atHome: card.homeDistrictId === hereOf(scene).id,
    own: card.id === visitor.account,
    member: rolesOf(card).length > 0,
  })
}

/** An account as its bureau sees it: never its roles elsewhere, never a password. */
export function accountView(scene: IdentityScene, card: AccountCard) {
  const { id, version, username, name, state } = card
  return { id, version, actions: actionsOn(scene, card), username, name, state, memberships: rolesOf(card) }
}
