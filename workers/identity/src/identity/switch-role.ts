import { commit } from '@shixun/db/commit'
import { accountById, membershipsOf } from '@shixun/db/directory/accounts'
import { renewSession } from '@shixun/db/directory/sign-in'
import { sha256 } from '@shixun/db/sha256'
import { ok, refuse } from '@shixun/domain/shared/result'
import { tokenOf } from '@shixun/http/cookie'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { newToken, sessionCookie, sessionEntity, sessionView, withCookies } from './session-answer.ts'

/** 切换角色：another membership of one's own under a new token; the old token ends with it. */
export async function switchRole(
  scene: IdentityScene,
  { body, raw }: { body: { membership: string }; raw: Request },
): Promise<Verdict> {
  const { store, visitor, passage } = scene
  const current = tokenOf(raw, 'sid')
  if (visitor.kind !== 'person' || current === null) return refuse({ code: 'not-signed-in' })
  const [[account], memberships] = await store.directory.read(
    accountById({ account: visitor.account }),
    membershipsOf({ account: visitor.account }),
  )
  if (!account) return refuse({ code: 'not-signed-in' })
  const chosen = memberships.find(({ id }) => id === body.membership)
  if (!chosen) return refuse({ code: 'not-found' })
  const token = newToken()
  const [before, tokenHash] = [await sha256(current), await sha256(token)]
  const after = { account: account.id, membership: chosen.id, from: sessionEntity(before) }
  const refusal = await commit(
    store.directory,
    { ...scene.hand, repeat: null },
    [{ entity: sessionEntity(tokenHash), version: 1, verb: 'switch-role', after }],
    renewSession({ before, tokenHash, accountId: account.id, membershipId: chosen.id, nowMs: store.wallMs }),
    null,
  )
  if (refusal) return refuse({ code: 'not-signed-in' })
  return ok(withCookies(sessionView(account, memberships, chosen.id), [sessionCookie(passage.origin, token)]))
}
