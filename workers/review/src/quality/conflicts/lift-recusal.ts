import { commit } from '@shixun/db/commit'
import { statement } from '@shixun/db/statement'
import { recusalById } from '@shixun/db/tenant/conflicts'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { mayLift, recusalCard } from './recusal-card.ts'

/** 解除：a colleague finds that a declaration was made in error or holds no longer, and says why. What the rules compute is not lifted. */
export async function liftRecusal(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(recusalById({ id: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (!mayLift(scene, row)) {
    const own = scene.visitor.kind === 'person' && scene.visitor.account === row.person
    const state = own ? '本人申报的回避不能由本人解除，请由其他人员办理' : '这条回避不能解除'
    return refuse({ code: 'state-refuses', facts: { state } })
  }
  const version = row.version + 1
  const answer = recusalCard(scene, { ...row, liftedAt: scene.now, liftNote: body.note, version })
  const event = { entity: row.id, version, verb: 'lift', after: { application: row.applicationId }, note: body.note }
  const written = statement(
    'UPDATE recusals SET lifted_at = ?, lift_note = ?, version = version + 1 WHERE id = ? AND version = ?',
    scene.now,
    body.note,
    row.id,
    row.version,
  )
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [written], storedAnswer(200, answer, version))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
