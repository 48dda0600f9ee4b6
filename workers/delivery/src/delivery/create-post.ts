import { commitWith } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { announce, sentOf } from '@shixun/db/tenant/cohort-posts'
import { cohortPosts } from '@shixun/db/tenant/schema/delivery'
import { COHORT } from '@shixun/domain/delivery/cohort'
import type { PostKind } from '@shixun/domain/delivery/cohort-post'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import { personName } from '@shixun/tenant/person-name'
import type { DeliveryScene } from '../store.ts'
import { runs } from './cohort-card.ts'
import { loadSeenCohort } from './load-cohort.ts'
import { type PostRow, postCard } from './post-card.ts'

type Given = {
  params: { id: string }
  body: { kind: Exclude<PostKind, 'photo'>; title: string; body: string }
}

/** A cohort that nobody knows of yet, or that does not take place, has nothing to publish. */
export function mayPublish(state: string): boolean {
  return state !== 'planned' && state !== 'cancelled'
}

/** 发布通知、简报或小结：an announcement goes into the inbox of every teacher who takes part. */
export async function createCohortPost(scene: DeliveryScene, { params, body }: Given): Promise<Verdict> {
  const cohort = await loadSeenCohort(scene, params.id)
  if (!cohort || !runs(scene, cohort)) return refuse({ code: 'not-found' })
  if (!mayPublish(cohort.state)) return refuse({ code: 'state-refuses', facts: { state: COHORT.states[cohort.state] } })
  const row: PostRow = {
    ...body,
    id: scene.newId('pst'),
    cohortId: cohort.id,
    file: null,
    author: personName(scene),
    // how many it goes to is known only in the batch
    sent: 0,
    seen: 0,
    version: 1,
    createdAt: scene.now,
  }
  const answer = postCard(scene, cohort, row)
  const telling = { entity: row.id, cohortId: cohort.id, title: row.title, taskId: scene.newId('tsk'), now: scene.now }
  const written = await commitWith(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version: 1, verb: 'publish', after: { cohort: cohort.id, ...body } }],
    [insert(cohortPosts, { ...row, removed: false }), ...(body.kind === 'announcement' ? announce(telling) : [])],
    storedAnswer(201, answer, 1),
    { member: 'sent', read: sentOf({ id: row.id }) },
  )
  if (!written.ok) return refuse(refusedWrite(written.refusal))
  return ok({ body: { ...answer, sent: written.value[0]?.sent ?? 0 }, version: 1 })
}
