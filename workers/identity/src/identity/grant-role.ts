import { memberships } from '@shixun/db/directory/schema'
import { insert } from '@shixun/db/statement'
import { type Grant, grantProblem, joinsPosts } from '@shixun/domain/identity/grant-roles'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { hereOf, rolesOf } from './account-view.ts'
import { changeAccount } from './change-account.ts'
import { unitNamesOf } from './unit-names.ts'

/** 授予角色：one more role in this bureau for an account that is at home or already a member here. */
export async function grantRole(
  scene: IdentityScene,
  { params, body }: { params: { id: string }; body: Grant },
): Promise<Verdict> {
  const here = hereOf(scene)
  return changeAccount(scene, { id: params.id, action: 'grant' }, async (card) => {
    const [unitName = null] = await unitNamesOf(scene, [body])
    const wrong = grantProblem(here.kind, body, unitName)
    if (wrong)
      return refuse({ code: 'invalid-input', fields: [{ pointer: `/${wrong.member}`, problem: wrong.problem }] })
    const held = rolesOf(card)
    if (
      joinsPosts(
        held.map(({ role }) => role),
        [body.role],
      )
    )
      return refuse({ code: 'posts-separate' })
    const given = { id: scene.newId('mem'), role: body.role, unit: body.unit ?? null, unitName }
    return ok({
      set: {},
      statements: [insert(memberships, { ...given, accountId: card.id, districtId: here.id, createdAt: scene.now })],
      card: { roles: JSON.stringify([...held, given]) },
      after: { role: given.role, unit: given.unit },
      duplicate: unitName ?? body.role,
    })
  })
}
