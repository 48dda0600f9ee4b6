import { commit } from '@shixun/db/commit'
import { takingPart } from '@shixun/db/tenant/calendars'
import { markSeen, postById } from '@shixun/db/tenant/cohort-posts'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'

/** 通知已读：the teacher's task goes, and the sender sees one reader more. Read twice is read once. */
export async function markPostSeen(
  scene: DeliveryScene,
  { params }: { params: { id: string; post: string } },
): Promise<Verdict> {
  const { visitor } = scene
  const unit = visitor.kind === 'person' ? visitor.unit : null
  const [[post], [own]] = await scene.store.tenant.read(
    postById({ post: params.post }),
    takingPart({ teacher: unit, cohort: params.id }),
  )
  if (!post || post.cohortId !== params.id || !own || unit === null) return refuse({ code: 'not-found' })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: `${post.id}/${unit}`, version: 1, verb: 'see' }],
    markSeen(post.id, unit, scene.now),
    storedAnswer(204, null),
  )
  // the journal knows this reader already: nothing is left to be done
  return refusal && refusal.kind !== 'stale' ? refuse({ code: 'unavailable' }) : ok({ status: 204, body: null })
}
