import { commit, type JournalEvent } from '@shixun/db/commit'
import { insertMany } from '@shixun/db/statement'
import type { GuestRow, OfferRow } from '@shixun/db/tenant/exchange'
import { guests } from '@shixun/db/tenant/schema/exchange'
import { GUEST } from '@shixun/domain/exchange/guest'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { guestCard } from './guest-card.ts'
import { passKid } from './guest-pass.ts'
import { type Proposed, weighProposals } from './weigh-proposals.ts'

type Body = { teacherIds: string[]; dryRun: boolean }

function proposalCard({ nominee, problem, conditions, preference, findings }: Proposed) {
  const { id: teacherId, name, schoolName } = nominee
  return { teacherId, name, schoolName, problem, conditions, preference, findings }
}

function proposedRow(scene: DeliveryScene, offer: OfferRow, { nominee, preference, findings }: Proposed): GuestRow {
  return {
    id: scene.newId('gst'),
    offerId: offer.id,
    offerTitle: offer.title,
    sender: offer.sender,
    senderName: offer.senderName,
    startsOn: offer.startsOn,
    endsOn: offer.endsOn,
    teacherId: nominee.id,
    name: nominee.name,
    schoolId: nominee.schoolId,
    schoolName: nominee.schoolName,
    subject: nominee.subject,
    phase: nominee.phase,
    state: GUEST.initial,
    preference: preference.points,
    findings,
    waiver: null,
    reason: null,
    toldVersion: 0,
    envelopeId: null,
    minutesDue: 0,
    minutesAttended: 0,
    result: null,
    passKid: passKid(scene),
    offerTaken: offer.taken,
    offerVersion: offer.version,
    version: 1,
    createdAt: scene.now,
    updatedAt: scene.now,
    offerUntil: null,
  }
}

/** 推荐教师参加外局班次：all or none; who repeats or clashes may be proposed and waits for the office's reason. Nothing leaves the house yet. */
export async function proposeGuests(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const teacherIds = [...new Set(body.teacherIds)]
  const weighing = await weighProposals(scene, params.id, teacherIds)
  if (!weighing.ok) return weighing
  const { offer, weighed } = weighing.value
  const proposals = weighed.map(proposalCard)
  if (body.dryRun) return ok({ body: { proposals, guests: [] } })
  const stopped = weighed.flatMap(({ nominee, problem }) =>
    problem === null
      ? []
      : [
          {
            pointer: `/teacherIds/${body.teacherIds.indexOf(nominee.id)}`,
            problem: 'teacher_not_eligible',
            detail: `${nominee.name}：${problem}`,
          },
        ],
  )
  if (stopped.length > 0) return refuse({ code: 'invalid-input', fields: stopped })
  const rows = weighed.map((one) => proposedRow(scene, offer, one))
  const events = rows.map(
    (row): JournalEvent => ({
      entity: row.id,
      version: 1,
      verb: 'propose',
      after: { state: row.state, offer: offer.id, teacher: row.teacherId, findings: row.findings.length },
    }),
  )
  const [first, ...others] = events
  if (!first) return refuse({ code: 'not-found' })
  const answer = { proposals, guests: rows.map((row) => guestCard(scene, row)) }
  const titled = rows.map((row) => ({ id: row.id, title: `${row.name}（${row.schoolName}）· ${offer.title}` }))
  const statements = [insertMany(guests, rows), ...arriveMany(scene, GUEST, titled, null, GUEST.initial, () => ({}))]
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [first, ...others],
    statements,
    storedAnswer(200, answer),
  )
  if (refusal) return refuse(refusedWrite(refusal, { duplicate: { code: 'version-stale' } }))
  return ok({ body: answer })
}
