import { postById, postPage } from '@shixun/db/tenant/cohort-posts'
import { cohortById } from '@shixun/db/tenant/cohorts'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { storedFile } from '@shixun/tenant/stored-file'
import type { DeliveryScene } from '../store.ts'
import { seesCohort } from './cohort-card.ts'
import { postCard } from './post-card.ts'

type Query = { limit: number; after?: string | undefined }

export async function listCohortPosts(
  scene: DeliveryScene,
  { params, query, raw }: { params: { id: string }; query: Query; raw: Request },
): Promise<Verdict> {
  const [[cohort], found] = await scene.store.tenant.read(
    cohortById({ id: params.id }),
    postPage({ cohortId: params.id, after: query.after ?? NEWEST, limit: query.limit + 1 }),
  )
  if (!cohort || !seesCohort(scene, cohort)) return refuse({ code: 'not-found' })
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => postCard(scene, cohort, row)), next: nextLink(raw, after) } })
}

/** Bytes of a photo or a bulletin. */
export async function readCohortFile(
  scene: DeliveryScene,
  { params }: { params: { id: string; post: string } },
): Promise<Verdict> {
  const [[cohort], [post]] = await scene.store.tenant.read(
    cohortById({ id: params.id }),
    postById({ post: params.post }),
  )
  if (!cohort || !seesCohort(scene, cohort) || post?.cohortId !== cohort.id || !post.file)
    return refuse({ code: 'not-found' })
  return storedFile(scene, { ...post.file, objectKey: post.file.key })
}
