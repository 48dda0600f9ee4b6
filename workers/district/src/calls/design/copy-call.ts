import { commit } from '@shixun/db/commit'
import { insertMany } from '@shixun/db/statement'
import { callById } from '@shixun/db/tenant/calls'
import { filesOf } from '@shixun/db/tenant/files'
import { rubricOfCall } from '@shixun/db/tenant/quality'
import { files as fileTable } from '@shixun/db/tenant/schema/files'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { checkCall } from './call-body.ts'
import { callCard } from './call-card.ts'
import { newCallRows } from './new-call-rows.ts'

type Given = { year: number; title: string; opensAt: string; closesAt: string }

/** 复制往年批次：a draft of its own with last year's form, rules and files; a rubric that was retired since is left to choose anew. */
export async function copyCall(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Given },
): Promise<Verdict> {
  const [[last], [rubric], files] = await scene.store.tenant.read(
    callById({ id: params.id }),
    rubricOfCall({ id: params.id }),
    filesOf({ owner: params.id }),
  )
  if (!last) return refuse({ code: 'not-found' })
  const { id: _, state: __, formNo: ___, copiedFrom: ____, version: _____, createdAt: ______, ...kept } = last
  const usable = rubric && rubric.state !== 'retired' ? rubric : undefined
  const composed = { ...kept, ...body, rubricId: usable?.id ?? null }
  const fields = checkCall(composed, usable, false)
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const { row, statements } = newCallRows(scene, composed, last.id)
  // the object is shared: what schools have read is never deleted from the store
  const copies = files.map((file) => ({ ...file, id: scene.newId('fil'), owner: row.id, createdAt: scene.now }))
  const answer = callCard(scene, row, copies)
  const event = { entity: row.id, version: 1, verb: 'create', after: { state: row.state, copiedFrom: last.id } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [...statements, ...(copies.length ? [insertMany(fileTable, copies)] : [])],
    storedAnswer(201, answer, 1),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
