import { commit } from '@shixun/db/commit'
import { signUpRequestOf } from '@shixun/db/directory/districts'
import { signUpRequests } from '@shixun/db/directory/schema'
import { insert } from '@shixun/db/statement'
import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'

type Wish = { slug: string; name: string; kind: string; division: string; admin: { name: string } }

const AGAIN_SECONDS = 3600

/** Keeps the request of a bureau that came while the pool was empty, once, and tells it under which number. */
export async function rememberSignUp(scene: IdentityScene, wish: Wish): Promise<Verdict> {
  const { directory } = scene.store
  const { slug, name, kind, division } = wish
  const [[known]] = await directory.read(signUpRequestOf({ slug, division }))
  const id = known?.id ?? scene.newId('req')
  if (!known) {
    const row = { id, slug, name, kind, division, adminName: wish.admin.name, createdAt: scene.now }
    const event = { entity: id, version: 1, verb: 'request', after: { slug, name, kind, division } }
    const refusal = await commit(
      directory,
      { ...scene.hand, repeat: null },
      [event],
      [insert(signUpRequests, row)],
      null,
    )
    if (refusal && refusal.kind !== 'duplicate') return refuse({ code: 'unavailable' })
  }
  return refuse({ code: 'pool-empty', facts: { request: id, seconds: AGAIN_SECONDS } })
}
