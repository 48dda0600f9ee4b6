import { marksOfRoster, sessionWithCohort } from '@shixun/db/tenant/attendance'
import { type MinuteCells, matchMinutes } from '@shixun/domain/delivery/match-minutes'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { enterMarks, refuseEntering, wayOf } from './enter-marks.ts'
import { runs } from './load-session.ts'
import { evidenceWaiting, takeEvidence } from './take-evidence.ts'

type Body = { rows: MinuteCells[]; reason: string; evidence: string[]; dryRun: boolean }

/** 导入平台学时：every sound row is entered, all in one batch; every other is told with its column and harms none. */
export async function importAttendance(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const [[session], roster, files] = await scene.store.tenant.read(
    sessionWithCohort({ id: params.id }),
    marksOfRoster({ session: params.id }),
    evidenceWaiting(scene, body.evidence),
  )
  if (!session || !runs(scene, 'attendance.write', session.unitId)) return refuse({ code: 'not-found' })
  const closed = refuseEntering(scene, session)
  if (closed) return refuse(closed)
  const taken = takeEvidence(scene, body.evidence, files, session.id)
  if (!taken.ok) return taken
  const { sound, rejected } = matchMinutes(body.rows, roster, session.minutes)
  const answer = { accepted: sound.length, rejected }
  if (body.dryRun || sound.length === 0) return ok({ body: answer })
  const refusal = await enterMarks(scene, {
    ...{ session, rows: sound, way: wayOf(session), reason: body.reason, answer },
    ...taken.value,
  })
  return refusal ? refuse(refusal) : ok({ body: answer })
}
