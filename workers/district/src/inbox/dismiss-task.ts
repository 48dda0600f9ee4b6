import { commit } from '@shixun/db/commit'
import { taskById } from '@shixun/db/tenant/house'
import { taskDone } from '@shixun/db/tenant/moves'
import { isNotice } from '@shixun/domain/inbox/notice-kinds'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { inboxOf } from './inbox-of.ts'

/** 知道了：puts away a task that only told something; of a unit's, whoever reads it first does so for all. Twice is once. */
export async function dismissTask(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const { visitor } = scene
  if (visitor.kind !== 'person') return refuse({ code: 'not-signed-in' })
  const [[task]] = await scene.store.tenant.read(taskById(params))
  const { role, unit } = inboxOf(visitor)
  if (!task || task.role !== role || (task.unit !== '' && task.unit !== unit)) return refuse({ code: 'not-found' })
  if (!isNotice(task.kind)) return refuse({ code: 'state-refuses', facts: { state: '这项待办要办理后才会消失' } })
  if (task.doneAt !== null) return ok({ status: 204, body: null })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: task.id, version: 1, verb: 'dismiss', after: { kind: task.kind, about: task.entity } }],
    [taskDone(task.id, scene.now)],
    storedAnswer(204, null),
  )
  // another of the unit was faster: nothing is left to be done
  return refusal && refusal.kind !== 'stale' ? refuse({ code: 'unavailable' }) : ok({ status: 204, body: null })
}
