import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { buryWaiting, dropRobotTask } from '@shixun/db/tenant/dispatches'
import { robotById } from '@shixun/db/tenant/robots'
import { robots } from '@shixun/db/tenant/schema/robots'
import type { RobotEvent } from '@shixun/domain/inbox/robot'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { type RobotRow, robotCard } from './robot-card.ts'
import { sealPart } from './robot-secrets.ts'
import { readWebhook } from './webhook-address.ts'

type Body = {
  name?: string | undefined
  address?: string | undefined
  secret?: string | null | undefined
  events?: RobotEvent[] | undefined
  state?: 'on' | 'off' | undefined
}

/** The columns that a new address or secret changes; a secret of null takes the signature away. */
async function secretColumns(
  scene: RegistryScene,
  row: RobotRow,
  body: Body,
): Promise<Result<Partial<RobotRow>, Refusal>> {
  const { store } = scene
  const set: Partial<RobotRow> = {}
  if (body.secret !== undefined) {
    if (row.kind === 'wecom' && body.secret !== null)
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/secret', problem: 'wecom_has_no_secret' }] })
    set.secretCipher = body.secret === null ? null : await sealPart(store, row.id, 'secret', body.secret)
  }
  if (body.address === undefined) return ok(set)
  const webhook = readWebhook(row.kind, body.address, store.robots.hosts)
  if (!webhook.ok) return refuse({ code: 'invalid-input', fields: [webhook.refusal] })
  const { host, tail, address } = webhook.value
  return ok({ ...set, host, addressTail: tail, addressCipher: await sealPart(store, row.id, 'address', address) })
}

/** 修改群机器人：what is not given stays; one that is switched off says nothing more, not even what waits. */
export async function editRobot(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const { tenant } = scene.store
  const [[row]] = await tenant.read(robotById({ id: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  const sealed = await secretColumns(scene, row, body)
  if (!sealed.ok) return sealed
  const { name = row.name, state = row.state, events = row.events } = body
  const set = { ...sealed.value, name, state, events: [...new Set(events)] }
  const version = row.version + 1
  const next = { ...row, ...set, version }
  const answer = robotCard(scene, next)
  const event = {
    entity: row.id,
    version,
    verb: 'edit',
    before: { name: row.name, state: row.state, events: row.events, host: row.host, addressTail: row.addressTail },
    after: {
      name,
      state,
      events: set.events,
      host: next.host,
      addressTail: next.addressTail,
      changed: Object.keys(body),
    },
  }
  const silenced =
    state === 'off' ? [buryWaiting(row.id, '机器人已停用，没有发送', scene.now), dropRobotTask(row.id, scene.now)] : []
  const refusal = await commit(
    tenant,
    scene.hand,
    [event],
    [updateSeen(robots, row, set), ...silenced],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
