import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { callById } from '@shixun/db/tenant/calls'
import { rubricById } from '@shixun/db/tenant/quality'
import { calls } from '@shixun/db/tenant/schema/calls'
import { CALL } from '@shixun/domain/calls/call'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '../move.ts'
import type { DistrictScene } from '../store.ts'
import { type CallBody, checkCall } from './call-body.ts'
import { callCard } from './call-card.ts'

type Change = { [K in keyof CallBody]?: CallBody[K] | undefined }

function defined(change: Change): Partial<CallBody> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

/** 修改未发布的申报批次：what schools have read never changes under their hands. */
export async function editCall(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Change },
): Promise<Verdict> {
  const [[row], [rubric]] = await scene.store.tenant.read(
    callById({ id: params.id }),
    rubricById({ id: body.rubricId ?? null }),
  )
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state !== 'draft') return refuse({ code: 'state-refuses', facts: { state: CALL.states[row.state] } })
  const set = defined(body)
  const next = { ...row, ...set, version: row.version + 1 }
  const unchangedRubric = body.rubricId === undefined || body.rubricId === row.rubricId
  const fields = checkCall(next, rubric, false).filter(({ pointer }) => !(unchangedRubric && pointer === '/rubricId'))
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const answer = callCard(scene, next)
  const event = { entity: row.id, version: next.version, verb: 'edit', after: { changed: Object.keys(set) } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(calls, row, set)],
    storedAnswer(200, answer, next.version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: next.version })
}
