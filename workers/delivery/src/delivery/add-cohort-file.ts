import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { cohortPosts } from '@shixun/db/tenant/schema/delivery'
import { COHORT } from '@shixun/domain/delivery/cohort'
import type { PostKind } from '@shixun/domain/delivery/cohort-post'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import { personName } from '@shixun/tenant/person-name'
import { judgedFile, postedFile } from '@shixun/tenant/posted-file'
import type { DeliveryScene } from '../store.ts'
import { runs } from './cohort-card.ts'
import { mayPublish } from './create-post.ts'
import { loadSeenCohort } from './load-cohort.ts'
import { type PostRow, postCard } from './post-card.ts'

const LIMIT_BYTES = 20_971_520
const TOO_LARGE = { code: 'body-too-large', facts: { limit: '20 MB' } } as const

type Given = {
  params: { id: string }
  query: { kind: Exclude<PostKind, 'announcement'>; title: string }
  raw: Request
}

/** 上传照片或文件：the object is stored first, and only then named by a row. */
export async function addCohortFile(scene: DeliveryScene, { params, query, raw }: Given): Promise<Verdict> {
  const posted = await postedFile(raw, LIMIT_BYTES, TOO_LARGE)
  if (!posted.ok) return posted
  const cohort = await loadSeenCohort(scene, params.id)
  if (!cohort || !runs(scene, cohort)) return refuse({ code: 'not-found' })
  if (!mayPublish(cohort.state)) return refuse({ code: 'state-refuses', facts: { state: COHORT.states[cohort.state] } })
  const judged = await judgedFile(posted.value)
  if (!judged.ok) return judged
  const { bytes, card } = judged.value
  if (query.kind === 'photo' && !card.mediaType.startsWith('image/'))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/file', problem: 'not_an_image' }] })
  const id = scene.newId('pst')
  const key = `${scene.store.tenant.district.id}/${cohort.id}/${id}`
  const row: PostRow = {
    id,
    cohortId: cohort.id,
    kind: query.kind,
    title: query.title,
    body: '',
    file: { key, ...card },
    author: personName(scene),
    sent: 0,
    seen: 0,
    version: 1,
    createdAt: scene.now,
  }
  await scene.store.objects.put(key, bytes.buffer, { httpMetadata: { contentType: card.mediaType } })
  const answer = postCard(scene, cohort, row)
  const after = { cohort: cohort.id, kind: row.kind, title: row.title, name: card.name, sha256: card.sha256 }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: id, version: 1, verb: 'publish', after }],
    [insert(cohortPosts, { ...row, removed: false })],
    storedAnswer(201, answer, 1),
  )
  if (!refusal) return ok({ body: answer, version: 1 })
  // nothing names the object then: it must not lie about
  scene.later(scene.store.objects.delete(key))
  return refuse(refusedWrite(refusal))
}
