import { DecisionBody } from '@shixun/contract/letter'
import { updateSeen } from '@shixun/db/statement'
import { nominationOfProject } from '@shixun/db/tenant/flagship'
import { nominations } from '@shixun/db/tenant/schema/flagship'
import type { Letter } from '@shixun/domain/exchange/envelope'
import type { DistrictScene } from '../store.ts'
import type { Delivery } from './deliver-envelope.ts'

/** 收到评审结果：noted on the nomination, where the office reads it; a later one takes the place of the one before. */
export async function receiveDecision(scene: DistrictScene, letter: Letter): Promise<Delivery> {
  const parsed = DecisionBody.safeParse(letter.body)
  if (!parsed.success) return { reason: 'body-invalid' }
  const { project, state, number, listing, version } = parsed.data
  const [[row]] = await scene.store.tenant.read(nominationOfProject({ project, curator: letter.sender.slug }))
  if (!row) return { reason: 'body-invalid' }
  // Queues do not keep order: an older decision that comes late changes nothing.
  if (version <= row.decisionVersion) return { reason: null, events: [], statements: [], result: {} }
  return {
    reason: null,
    events: [{ entity: row.id, version: row.version + 1, verb: 'decide', after: { listing, decision: state, number } }],
    statements: [updateSeen(nominations, row, { decision: state, decisionVersion: version })],
    result: {},
  }
}
