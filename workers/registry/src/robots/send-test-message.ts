import { commit } from '@shixun/db/commit'
import { repeatOf } from '@shixun/db/repeats'
import { insert } from '@shixun/db/statement'
import { robotById } from '@shixun/db/tenant/robots'
import { dispatches } from '@shixun/db/tenant/schema/robots'
import { chinaTime } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { postMessage } from './post-message.ts'
import { mouthOf } from './robot-secrets.ts'

/** 发一条测试消息：said at once and once, so that the office sees whether it arrives. Kept among the messages, with no alarm. */
export async function sendTestMessage(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const { store, hand } = scene
  const { tenant, robots } = store
  const { actor, key } = hand.repeat ?? { actor: '', key: '' }
  const [[row], [said]] = await tenant.read(robotById({ id: params.id }), repeatOf({ actor, key }))
  if (!row) return refuse({ code: 'not-found' })
  // a repeat says nothing a second time: the door gives it the first answer
  if (said) return refuse({ code: 'version-stale' })
  const mouth = await mouthOf(store, row)
  const words = {
    title: `${tenant.district.name}：测试消息`,
    lines: [`${chinaTime(scene.now)} 由管理人员发出。看到这条消息，说明群机器人“${row.name}”可以使用。`],
  }
  const outcome = mouth
    ? await postMessage(mouth, words, robots.wallMs())
    : { kind: 'never' as const, reason: '地址无法解密，请重新填写' }
  const delivered = outcome.kind === 'sent'
  const answer = { delivered, detail: outcome.kind === 'sent' ? '已送达，请到群里查看' : outcome.reason }
  const id = scene.newId('dsp')
  const dispatch = {
    id,
    robotId: row.id,
    event: 'test',
    title: words.title,
    body: words.lines.join('\n'),
    state: delivered ? ('sent' as const) : ('dead' as const),
    attempts: 1,
    nextAt: '',
    error: delivered ? null : answer.detail,
    version: 1,
    createdAt: scene.now,
    settledAt: scene.now,
  }
  const event = { entity: id, version: 1, verb: 'test', after: { robot: row.id, state: dispatch.state } }
  const refusal = await commit(tenant, hand, [event], [insert(dispatches, dispatch)], storedAnswer(200, answer))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer })
}
