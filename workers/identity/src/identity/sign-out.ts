import { commit } from '@shixun/db/commit'
import { sha256 } from '@shixun/db/sha256'
import { statement } from '@shixun/db/statement'
import { ok, refuse } from '@shixun/domain/shared/result'
import { setCookie, tokenOf } from '@shixun/http/cookie'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { sessionEntity } from './session-answer.ts'

/** 退出登录：the token ends here and in the browser. A second sign-out of the same session changes nothing. */
export async function signOut(scene: IdentityScene, { raw }: { raw: Request }): Promise<Verdict> {
  const token = tokenOf(raw, 'sid')
  if (token === null) return refuse({ code: 'not-signed-in' })
  const tokenHash = await sha256(token)
  await commit(
    scene.store.directory,
    { ...scene.hand, repeat: null },
    [{ entity: sessionEntity(tokenHash), version: 2, verb: 'sign-out' }],
    [statement('DELETE FROM sessions WHERE token_hash = ?', tokenHash)],
    null,
  )
  return ok({ body: null, headers: { 'set-cookie': setCookie(new URL(scene.passage.origin), 'sid', '', 0) } })
}
