import { commit } from '@shixun/db/commit'
import { clientById } from '@shixun/db/directory/accounts'
import { usedAssertions } from '@shixun/db/directory/schema'
import { sha256 } from '@shixun/db/sha256'
import { insert, statement } from '@shixun/db/statement'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { importJWK, SignJWT } from 'jose'
import type { IdentityScene } from '../store.ts'
import { checkAssertion, claimedClient } from './check-assertion.ts'

const SCOPE = 'feed:read'
const TOKEN_SECONDS = 300

/**
 * 领取访问令牌：OAuth client credentials with private_key_jwt (RFC 7523, RFC 9700 2.5). An assertion counts once: its
 * `jti` is inserted in the batch that journals the token, and a second one trips over it.
 */
export async function issueToken(
  scene: IdentityScene,
  { body }: { body: { client_assertion: string; scope?: string | undefined } },
): Promise<Verdict> {
  const { store, passage } = scene
  const refused = refuse({ code: 'token-refused' as const })
  if (body.scope !== undefined && body.scope.trim() !== SCOPE) return refused
  const claimed = claimedClient(body.client_assertion)
  if (claimed === null) return refused
  const [[client]] = await store.directory.read(clientById({ client: claimed }))
  if (!client) return refused
  const assertion = await checkAssertion(body.client_assertion, {
    client: client.id,
    jwk: client.jwk,
    issuer: passage.origin,
    nowMs: store.wallMs,
  })
  if (!assertion) return refused
  const token = `tok_${(await sha256(`${client.id}\n${assertion.jti}`)).slice(0, 26)}`
  const nowS = Math.floor(store.wallMs / 1000)
  const refusal = await commit(
    store.directory,
    { ...scene.hand, actor: `province/${client.id}`, repeat: null },
    [
      {
        entity: token,
        version: 1,
        verb: 'issue-token',
        after: { client: client.id, division: client.division, scope: SCOPE },
      },
    ],
    [
      insert(usedAssertions, { clientId: client.id, jti: assertion.jti, expiresS: assertion.exp }),
      statement('DELETE FROM used_assertions WHERE client_id = ? AND expires_s < ?', client.id, nowS - TOKEN_SECONDS),
    ],
    null,
  )
  if (refusal) return refused
  const signed = await new SignJWT({ province: client.division, scope: SCOPE })
    .setProtectedHeader({ alg: 'EdDSA', kid: store.tokenKey.kid, typ: 'at+jwt' })
    .setIssuer(passage.origin)
    .setSubject(client.id)
    .setAudience(`${passage.origin}/feeds/v1`)
    .setJti(token)
    .setIssuedAt(nowS)
    .setExpirationTime(nowS + TOKEN_SECONDS)
    .sign(await importJWK(store.tokenKey, 'EdDSA'))
  return ok({ body: { access_token: signed, token_type: 'Bearer', expires_in: TOKEN_SECONDS, scope: SCOPE } })
}
