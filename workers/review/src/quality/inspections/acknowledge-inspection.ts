import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { tasksDone } from '@shixun/db/tenant/moves'
import { inspections } from '@shixun/db/tenant/schema/inspections'
import { INSPECTION } from '@shixun/domain/quality/inspections/inspection'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { inspectionView } from './inspection-card.ts'
import { loadInspection } from './load-inspection.ts'

/** 单位阅知：the state stays, the task is done, and the bureau can show when the unit had read it. */
export async function acknowledgeInspection(
  scene: ReviewScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const found = await loadInspection(scene, params.id, 'inspection.acknowledge')
  if (!found) return refuse({ code: 'not-found' })
  const { row, sheets, photos } = found
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.acknowledgedAt !== null) return refuse({ code: 'state-refuses', facts: { state: '已确认阅知' } })
  if (row.state !== 'released') return refuse({ code: 'state-refuses', facts: { state: INSPECTION.states[row.state] } })
  const version = row.version + 1
  const answer = inspectionView(scene, { ...row, acknowledgedAt: scene.now, version }, sheets, photos)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version, verb: 'acknowledge', after: { state: row.state } }],
    [updateSeen(inspections, row, { acknowledgedAt: scene.now }), tasksDone(row.id, scene.now)],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
