import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { changeAccount } from './change-account.ts'

type Given = { params: { id: string }; body: { note: string } }

/** 恢复账号：to use, or to waiting for its activation when it never had a password. */
export async function restoreAccount(scene: IdentityScene, { params, body }: Given): Promise<Verdict> {
  return changeAccount(scene, { id: params.id, action: 'restore', note: body.note }, async (card) =>
    ok({ set: { state: card.hasPassword ? 'active' : 'invited' } }),
  )
}
