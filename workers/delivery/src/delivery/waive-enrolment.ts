import { commit } from '@shixun/db/commit'
import { COHORT } from '@shixun/domain/delivery/cohort'
import { findingKey, standingBlocks } from '@shixun/domain/delivery/enrolment'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import { personName } from '@shixun/tenant/person-name'
import type { DeliveryScene } from '../store.ts'
import { enrolmentView, givesPlaces, sidesOf } from './enrolment-card.ts'
import { enrolmentWrites } from './enrolment-writes.ts'
import { loadCandidates } from './load-candidates.ts'

type Given = { params: { id: string }; body: { reason: string } }

/** 重复培训放行：whoever runs the cohort lets an enrolment pass in spite of what blocks it today, with a reason that is listed. */
export async function waiveEnrolment(scene: DeliveryScene, { params: { id }, body }: Given): Promise<Verdict> {
  const loaded = await loadCandidates(scene, { cohort: null, enrolment: id, chosen: [id], nominated: 0, waiting: 0 })
  const candidate = loaded?.candidates.find(({ row }) => row.id === id)
  if (!loaded || !candidate) return refuse({ code: 'not-found' })
  const { row, weighed } = candidate
  const { runner, school } = sidesOf(scene, row)
  if (!runner) return refuse({ code: school ? 'forbidden' : 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (!givesPlaces(loaded.cohort.state))
    return refuse({ code: 'state-refuses', facts: { state: `班次${COHORT.states[loaded.cohort.state]}` } })
  const findings = weighed?.findings ?? row.findings
  const undecided = row.state === 'nominated' || row.state === 'waiting'
  if (!undecided || standingBlocks(findings, row.waiver).length === 0)
    return refuse({ code: 'state-refuses', facts: { state: '没有需要放行的培训冲突' } })
  const covers = findings.filter(({ mode }) => mode === 'block').map(findingKey)
  const waiver = { by: personName(scene), at: scene.now, reason: body.reason, covers }
  const change = { candidate, verb: 'pass', waiver, note: body.reason }
  const { events, statements, rows } = enrolmentWrites(scene, loaded, [change])
  const [event] = events
  const [after] = rows
  if (!event || !after) return refuse({ code: 'not-found' })
  const answer = enrolmentView(scene, after)
  const stored = storedAnswer(200, answer, after.version)
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, stored)
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: after.version })
}
