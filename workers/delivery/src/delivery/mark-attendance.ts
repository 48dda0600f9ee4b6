import { marksAtSession, sessionWithCohort } from '@shixun/db/tenant/attendance'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { enterMarks, refuseEntering } from './enter-marks.ts'
import { runs } from './load-session.ts'
import { evidenceWaiting, takeEvidence } from './take-evidence.ts'

type Body = { marks: { enrolmentId: string; minutes: number }[]; reason: string; evidence: string[] }

/** 人工登记与更正：one person or many, with a reason; what stood before stays in the journal. Zero minutes is absence. */
export async function markAttendance(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const ids = body.marks.map(({ enrolmentId }) => enrolmentId)
  const [[session], people, files] = await scene.store.tenant.read(
    sessionWithCohort({ id: params.id }),
    marksAtSession({ session: params.id, enrolments: JSON.stringify(ids) }),
    evidenceWaiting(scene, body.evidence),
  )
  if (!session || !runs(scene, 'attendance.write', session.unitId)) return refuse({ code: 'not-found' })
  const closed = refuseEntering(scene, session)
  if (closed) return refuse(closed)
  const byId = new Map(people.map((person) => [person.id, person]))
  const fields = body.marks.flatMap(({ enrolmentId, minutes }, n) => {
    const pointer = `/marks/${n}`
    if (ids.indexOf(enrolmentId) < n) return [{ pointer: `${pointer}/enrolmentId`, problem: 'duplicate' }]
    if (!byId.has(enrolmentId)) return [{ pointer: `${pointer}/enrolmentId`, problem: 'not_on_roster' }]
    return minutes > session.minutes
      ? [{ pointer: `${pointer}/minutes`, problem: 'too_large', limit: session.minutes }]
      : []
  })
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields: fields.slice(0, 100) })
  const taken = takeEvidence(scene, body.evidence, files, session.id)
  if (!taken.ok) return taken
  const rows = body.marks.flatMap(({ enrolmentId, minutes }) => {
    const person = byId.get(enrolmentId)
    return person ? [{ person, minutes }] : []
  })
  const counts = (minutes: number | null) => ((minutes ?? 0) > 0 ? 1 : 0)
  const more = rows.reduce((sum, { person, minutes }) => sum + counts(minutes) - counts(person.minutes), 0)
  const answer = { changed: rows.length, present: session.present + more }
  const refusal = await enterMarks(scene, {
    ...{ session, rows, way: 'hand', reason: body.reason, answer },
    ...taken.value,
  })
  return refusal ? refuse(refusal) : ok({ body: answer })
}
