import { adminRemains, endMembership } from '@shixun/db/directory/memberships'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { hereOf, LAST_ADMIN, rolesOf } from './account-view.ts'
import { changeAccount } from './change-account.ts'

type Given = { params: { id: string }; body: { membership: string; note: string } }

/** 结束角色：the sessions that act under it end in the same batch. Somebody must remain who administers the bureau. */
export async function endRole(scene: IdentityScene, { params, body }: Given): Promise<Verdict> {
  return changeAccount(scene, { id: params.id, action: 'end', note: body.note }, async (card) => {
    const held = rolesOf(card)
    const ended = held.find(({ id }) => id === body.membership)
    if (!ended) return refuse({ code: 'not-found' })
    const { id, role, unit } = ended
    return ok({
      set: {},
      statements: [
        ...endMembership({ id, account: card.id }, scene.now),
        ...(role === 'admin' ? [adminRemains(hereOf(scene).id)] : []),
      ],
      card: { roles: JSON.stringify(held.filter((one) => one !== ended)) },
      after: { membership: id, role, unit },
      asserted: LAST_ADMIN,
    })
  })
}
