import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { NEWEST } from '@shixun/db/tenant/paging'
import { robotPage } from '@shixun/db/tenant/robots'
import { robots } from '@shixun/db/tenant/schema/robots'
import { MAX_ROBOTS, type RobotEvent, type RobotKind } from '@shixun/domain/inbox/robot'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { robotCard } from './robot-card.ts'
import { sealPart } from './robot-secrets.ts'
import { readWebhook } from './webhook-address.ts'

type Body = { kind: RobotKind; name: string; address: string; secret?: string | undefined; events: RobotEvent[] }

/** 登记群机器人：its address is checked, encrypted, and from then on shown to nobody. */
export async function createRobot(scene: RegistryScene, { body }: { body: Body }): Promise<Verdict> {
  const { store } = scene
  const webhook = readWebhook(body.kind, body.address, store.robots.hosts)
  if (!webhook.ok) return refuse({ code: 'invalid-input', fields: [webhook.refusal] })
  if (body.kind === 'wecom' && body.secret !== undefined)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/secret', problem: 'wecom_has_no_secret' }] })
  const [known] = await store.tenant.read(robotPage({ after: NEWEST, limit: MAX_ROBOTS }))
  if (known.length >= MAX_ROBOTS)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/kind', problem: 'too_many', limit: MAX_ROBOTS }] })
  const id = scene.newId('rob')
  const { host, tail, address } = webhook.value
  const row = {
    id,
    kind: body.kind,
    name: body.name,
    host,
    addressTail: tail,
    addressCipher: await sealPart(store, id, 'address', address),
    secretCipher: body.secret === undefined ? null : await sealPart(store, id, 'secret', body.secret),
    events: [...new Set(body.events)],
    state: 'on' as const,
    version: 1,
    createdAt: scene.now,
  }
  const answer = robotCard(scene, row)
  const after = { kind: row.kind, name: row.name, host, addressTail: tail, events: row.events }
  const event = { entity: id, version: 1, verb: 'create', after }
  const refusal = await commit(store.tenant, scene.hand, [event], [insert(robots, row)], storedAnswer(201, answer, 1))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
