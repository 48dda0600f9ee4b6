import { endSessions } from '@shixun/db/directory/accounts'
import { adminRemains } from '@shixun/db/directory/memberships'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { hereOf, LAST_ADMIN } from './account-view.ts'
import { changeAccount } from './change-account.ts'

type Given = { params: { id: string }; body: { note: string } }

/** 停用账号：its sessions end in the same batch. Two administrators at once cannot suspend each other. */
export async function suspendAccount(scene: IdentityScene, { params, body }: Given): Promise<Verdict> {
  return changeAccount(scene, { id: params.id, action: 'suspend', note: body.note }, async (card) =>
    ok({
      set: { state: 'suspended' },
      statements: [endSessions(card.id, ''), adminRemains(hereOf(scene).id)],
      asserted: LAST_ADMIN,
    }),
  )
}
