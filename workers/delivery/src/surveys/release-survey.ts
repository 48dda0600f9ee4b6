import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { surveys } from '@shixun/db/tenant/schema/surveys'
import { jobScene } from '@shixun/tenant/job-scene'
import type { DeliveryScene } from '../store.ts'
import { countAnswers } from './count-answers.ts'

/** Counts the answers that wait, when they are enough. Whoever sets it off, the journal names no one: it is work of the system. */
export async function releaseSurvey(scene: DeliveryScene, id: string): Promise<void> {
  const counted = await countAnswers(scene, id, false)
  if (!counted?.moved || counted.row.state !== 'open') return
  const { row, set, statements, after } = counted
  const event = { entity: id, version: row.version + 1, verb: 'release', after: { state: row.state, ...after } }
  const job = jobScene(scene.store, { name: 'surveys', now: scene.now, requestId: 'survey-release' })
  // the loser of a race leaves it to the winner, or to the next minute
  await commit(scene.store.tenant, job.hand, [event], [...statements, updateSeen(surveys, row, set)], null)
}
