import { endSessions, forgetDevices } from '@shixun/db/directory/accounts'
import { activationCodes } from '@shixun/db/directory/schema'
import { insert, statement } from '@shixun/db/statement'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { changeAccount } from './change-account.ts'
import { newActivation } from './new-activation.ts'

/** 重发激活码：the old password, sessions, devices and codes end; nobody but the person learns a new password. */
export async function renewActivation(scene: IdentityScene, { params }: { params: { id: string } }): Promise<Verdict> {
  return changeAccount(scene, { id: params.id, action: 'renew' }, async (card) => {
    const { activationCode, expiresAt, row } = await newActivation(card.id, scene.now)
    return ok({
      set: { password: null, state: 'invited' },
      statements: [
        endSessions(card.id, ''),
        forgetDevices(card.id, ''),
        statement('DELETE FROM activation_codes WHERE account_id = ? AND used_at IS NULL', card.id),
        insert(activationCodes, row),
        statement('DELETE FROM attempts WHERE subject = ?', scene.store.keyed.subject('acc', card.username)),
      ],
      secret: { activationCode, expiresAt },
    })
  })
}
