import { DecisionBody } from '@shixun/contract/letter'
import { insert, statement, updateSeen } from '@shixun/db/statement'
import { nominationOfProject } from '@shixun/db/tenant/flagship'
import { nominations } from '@shixun/db/tenant/schema/flagship'
import { tasks } from '@shixun/db/tenant/schema/house'
import type { Letter } from '@shixun/domain/exchange/envelope'
import { LISTING } from '@shixun/domain/flagship/listing'
import type { DistrictScene } from '../store.ts'
import type { Delivery } from './deliver-envelope.ts'

/** 收到评审结果：noted on the nomination, and the office is told; a later one takes the place of the task before it. */
export async function receiveDecision(scene: DistrictScene, letter: Letter): Promise<Delivery> {
  const parsed = DecisionBody.safeParse(letter.body)
  if (!parsed.success) return { reason: 'body-invalid' }
  const { project, state, number, title, listing } = parsed.data
  const [[row]] = await scene.store.tenant.read(nominationOfProject({ project, curator: letter.sender.slug }))
  if (!row) return { reason: 'body-invalid' }
  const task = {
    id: scene.newId('tsk'),
    entity: row.id,
    kind: 'listing.decided',
    title: `${title}：${LISTING.states[state]}`,
    role: 'office',
    unit: '',
    createdAt: scene.now,
  }
  return {
    reason: null,
    events: [{ entity: row.id, version: row.version + 1, verb: 'decide', after: { listing, decision: state, number } }],
    statements: [
      updateSeen(nominations, row, {}),
      statement('UPDATE tasks SET done_at = ? WHERE entity = ? AND done_at IS NULL', scene.now, row.id),
      insert(tasks, task),
    ],
    result: {},
  }
}
