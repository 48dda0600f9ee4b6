import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { postById } from '@shixun/db/tenant/cohort-posts'
import { cohortById } from '@shixun/db/tenant/cohorts'
import { tasksDone } from '@shixun/db/tenant/moves'
import { cohortPosts } from '@shixun/db/tenant/schema/delivery'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { runs } from './cohort-card.ts'

/** 撤下一条动态：the journal keeps it, its file goes. */
export async function removeCohortPost(
  scene: DeliveryScene,
  { params }: { params: { id: string; post: string } },
): Promise<Verdict> {
  const [[cohort], [post]] = await scene.store.tenant.read(
    cohortById({ id: params.id }),
    postById({ post: params.post }),
  )
  if (!cohort || !runs(scene, cohort) || post?.cohortId !== cohort.id) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== post.version) return refuse({ code: 'version-stale' })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: post.id, version: post.version + 1, verb: 'remove', before: { kind: post.kind, title: post.title } }],
    [updateSeen(cohortPosts, post, { removed: true, file: null }), tasksDone(post.id, scene.now)],
    storedAnswer(204, null),
  )
  if (refusal) return refuse(refusedWrite(refusal))
  if (post.file) scene.later(scene.store.objects.delete(post.file.key))
  return ok({ status: 204, body: null })
}
