import { commit } from '@shixun/db/commit'
import { dropRobotTask, eraseRobot } from '@shixun/db/tenant/dispatches'
import { robotById } from '@shixun/db/tenant/robots'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'

/** 移除群机器人：row, address, secret and messages go; that it was stays in the journal. */
export async function removeRobot(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const { tenant } = scene.store
  const [[row]] = await tenant.read(robotById({ id: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  const event = {
    entity: row.id,
    version: row.version + 1,
    verb: 'remove',
    before: { kind: row.kind, name: row.name, host: row.host, addressTail: row.addressTail, events: row.events },
  }
  const statements = [...eraseRobot(row.id), dropRobotTask(row.id, scene.now)]
  const refusal = await commit(tenant, scene.hand, [event], statements, storedAnswer(204, null))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ status: 204, body: null })
}
