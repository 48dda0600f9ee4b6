import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { policiesOfLine } from '@shixun/db/tenant/policies'
import { policies } from '@shixun/db/tenant/schema/credits'
import { POLICY } from '@shixun/domain/credits/credit-policy'
import type { Policy } from '@shixun/domain/credits/policy'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { policyAnswer } from './policy-card.ts'

/** 修改草稿：half-finished work is kept, and the answer says what still keeps it from being published. */
export async function editPolicy(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: { body: Policy } },
): Promise<Verdict> {
  const [line] = await scene.store.tenant.read(policiesOfLine({ id: params.id }))
  const row = line.find(({ id }) => id === params.id)
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state !== 'draft') return refuse({ code: 'state-refuses', facts: { state: POLICY.states[row.state] } })
  const text = { ...body.body, version: row.no }
  const set = { title: text.title, validFrom: text.validFrom, body: text }
  const version = row.version + 1
  const edited = { ...row, ...set, version }
  const answer = policyAnswer(
    scene,
    edited,
    line.map((one) => (one.id === row.id ? edited : one)),
    null,
  )
  const event = { entity: row.id, version, verb: 'edit', before: { body: row.body }, after: { body: text } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(policies, row, set)],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
