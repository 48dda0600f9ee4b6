import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { closeRobotTask } from '@shixun/db/tenant/dispatches'
import { dispatchById } from '@shixun/db/tenant/robots'
import { dispatches } from '@shixun/db/tenant/schema/robots'
import { DISPATCH } from '@shixun/domain/inbox/dispatch'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { dispatchCard } from './dispatch-card.ts'

/** 重新发送：a message that did not arrive waits again, with all its tries before it. */
export async function retryDispatch(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const { tenant, robots } = scene.store
  const [[row]] = await tenant.read(dispatchById({ id: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  const decided = decide(scene, { machine: DISPATCH, row, action: 'retry', note: body.note })
  if (!decided.ok) return decided
  const { to, version, event } = decided.value
  const set = { state: to, attempts: 0, nextAt: '', error: null, settledAt: null }
  const answer = dispatchCard(scene, { ...row, ...set, version })
  const statements = [updateSeen(dispatches, row, set), closeRobotTask(row.robotId, scene.now)]
  const refusal = await commit(tenant, scene.hand, [event], statements, storedAnswer(200, answer, version))
  if (refusal) return refuse(refusedWrite(refusal))
  scene.later(robots.ring())
  return ok({ body: answer, version })
}
