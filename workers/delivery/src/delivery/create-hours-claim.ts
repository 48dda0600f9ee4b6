import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { claimableSessions } from '@shixun/db/tenant/hours-claims'
import { hoursClaims } from '@shixun/db/tenant/schema/hours'
import { HOURS_CLAIM } from '@shixun/domain/delivery/hours-claim'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { stillOpen } from './attendance-writes.ts'
import { claimView } from './claim-card.ts'
import { EVIDENCE_TAKEN, evidenceWaiting, takeEvidence } from './take-evidence.ts'

type Body = {
  sessionId: string
  teacherId?: string | undefined
  minutes: number
  note: string
  evidence: string[]
}

const CLAIMED = { duplicate: { code: 'already-exists', facts: { what: '这节课的申报' } } } as const
const CLOSED = { 'attendance-open': { code: 'state-refuses', facts: { state: '考勤已不再变动' } } } as const

/** 申报学时：by the teacher or their school, for a session that nobody saw; with evidence, and once until it is decided. */
export async function createHoursClaim(scene: DeliveryScene, { body }: { body: Body }): Promise<Verdict> {
  const { tenant } = scene.store
  const unit = unitLimit(scene.visitor, 'hours_claim.write') ?? ''
  const self = scene.visitor.kind === 'person' && scene.visitor.role === 'teacher'
  const teacher = self ? unit : (body.teacherId ?? '')
  const [rows, files] = await tenant.read(claimableSessions({ teacher }), evidenceWaiting(scene, body.evidence))
  const session = rows.find(({ sessionId, schoolId }) => sessionId === body.sessionId && (self || schoolId === unit))
  if (!session) return refuse({ code: 'invalid-input', fields: [{ pointer: '/sessionId', problem: 'not_claimable' }] })
  if (session.waiting) return refuse(CLAIMED.duplicate)
  if (body.evidence.length === 0)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/evidence', problem: 'required' }] })
  if (body.minutes > session.minutes)
    return refuse({
      code: 'invalid-input',
      fields: [{ pointer: '/minutes', problem: 'too_large', limit: session.minutes }],
    })
  const id = scene.newId('hcl')
  const taken = takeEvidence(scene, body.evidence, files, id)
  if (!taken.ok) return taken
  const { sessionId, enrolmentId, cohortId, schoolId, unitId, unitKind, teacherName, topic, cohortTitle } = session
  const row = {
    ...{ id, cohortId, sessionId, sessionTopic: topic, enrolmentId, teacherId: teacher, teacherName, schoolId, unitId },
    ...{ minutes: body.minutes, note: body.note, evidence: taken.value.evidence },
    ...{ state: HOURS_CLAIM.initial, reason: null, version: 1, createdAt: scene.now },
  }
  const title = `${teacherName}申报“${cohortTitle}”的“${topic}”${body.minutes} 分钟`
  const owners = unitKind === 'school' ? { school_admin: unitId } : { provider: unitId }
  const after = { state: row.state, session: sessionId, enrolment: enrolmentId, minutes: body.minutes }
  const answer = claimView(scene, { ...row, cohortTitle })
  const refusal = await commit(
    tenant,
    scene.hand,
    [{ entity: id, version: 1, verb: 'create', after, note: body.note }],
    [
      stillOpen(sessionId, 'scan'),
      insert(hoursClaims, row),
      ...taken.value.statements,
      ...arrive(scene, HOURS_CLAIM, { id, title }, null, row.state, owners),
    ],
    storedAnswer(201, answer, 1),
  )
  return refusal
    ? refuse(refusedWrite(refusal, { ...CLAIMED, ...CLOSED, ...EVIDENCE_TAKEN }))
    : ok({ body: answer, version: 1 })
}
