import { commit } from '@shixun/db/commit'
import { insertMany, updateSeen } from '@shixun/db/statement'
import { appeals } from '@shixun/db/tenant/schema/appeals'
import { tasks } from '@shixun/db/tenant/schema/house'
import { APPEAL } from '@shixun/domain/quality/appeals/appeal'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { answeredTasks } from '../answered-tasks.ts'
import { appealView } from './appeal-card.ts'
import { loadAppeal } from './load-appeal.ts'

/** 答复：维持原结果。With its reasons, which the unit reads. */
export async function dismissAppeal(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  const found = await loadAppeal(scene, params.id, 'appeal.dismiss')
  if (!found) return refuse({ code: 'not-found' })
  const { row, files } = found
  const decided = decide(scene, { machine: APPEAL, row, action: 'dismiss', note: body.note })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  // an appeal that was taken up keeps the answer it got then
  const set =
    row.state === 'open'
      ? { state: to, answer: body.note, answeredAt: scene.now }
      : { state: to, settlement: body.note, settledAt: scene.now }
  const answer = appealView(scene, { ...row, ...set, version }, files)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(appeals, row, set), ...follow, insertMany(tasks, answeredTasks(scene, row, 'dismissed'))],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}

/** 撤回申诉, while nobody has taken it up. */
export async function withdrawAppeal(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const found = await loadAppeal(scene, params.id, 'appeal.withdraw')
  if (!found) return refuse({ code: 'not-found' })
  const { row, files } = found
  const decided = decide(scene, { machine: APPEAL, row, action: 'withdraw', note: body.note })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const answer = appealView(scene, { ...row, state: to, version }, files)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(appeals, row, { state: to }), ...follow],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
