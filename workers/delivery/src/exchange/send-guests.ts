import { commit, type JournalEvent } from '@shixun/db/commit'
import { sha256 } from '@shixun/db/sha256'
import { type Statement, updateSeen } from '@shixun/db/statement'
import type { GuestRow } from '@shixun/db/tenant/exchange'
import { guests, offers } from '@shixun/db/tenant/schema/exchange'
import { type EnrolmentFinding, findingKey, standingBlocks, type Waiver } from '@shixun/domain/delivery/enrolment'
import { CARRIED } from '@shixun/domain/exchange/carried-data'
import { GUEST } from '@shixun/domain/exchange/guest'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import { personName } from '@shixun/tenant/person-name'
import { postLetter } from '@shixun/tenant/post-letter'
import type { DeliveryScene } from '../store.ts'
import { guestCard } from './guest-card.ts'
import { guestPass } from './guest-pass.ts'
import { type Proposed, weighProposals } from './weigh-proposals.ts'

type Body = { teacherIds: string[]; waiver?: string | undefined }
type Sending = { row: GuestRow; event: JournalEvent; statements: Statement[] }

/** Who lets pass what blocks; null when nothing does. Without a reason nobody goes. */
function waived(
  scene: DeliveryScene,
  row: GuestRow,
  findings: readonly EnrolmentFinding[],
  reason: string | undefined,
): Result<Waiver | null, Refusal> {
  const blocks = standingBlocks(findings, row.waiver)
  if (blocks.length === 0) return ok(row.waiver)
  const what = `${row.name}：${blocks.map(({ detail, with: other }) => `${other.title}，${detail}`).join('；')}`
  if (reason === undefined) return refuse({ code: 'training-repeated', facts: { what } })
  return ok({ by: personName(scene), at: scene.now, reason, covers: blocks.map(findingKey) })
}

function sending(
  scene: DeliveryScene,
  row: GuestRow,
  { findings, preference }: Proposed,
  given: { reason: string | undefined; envelope: string; receiver: string },
): Result<Sending, Refusal> {
  const waiver = waived(scene, row, findings, given.reason)
  if (!waiver.ok) return waiver
  const decided = decide(
    { ...scene, seen: null },
    {
      machine: GUEST,
      row: { ...row, title: row.name },
      action: 'send',
      after: { receiver: given.receiver, envelope: given.envelope, fields: CARRIED.guest_nomination },
    },
  )
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const set = {
    state: to,
    findings,
    preference: preference.points,
    waiver: waiver.value,
    envelopeId: given.envelope,
    updatedAt: scene.now,
  }
  return ok({
    row: { ...row, ...set, version },
    event,
    statements: [updateSeen(guests, row, set), ...follow],
  })
}

/** A person as the organiser gets to know them: no document, no phone, no day of birth. */
async function personOf(scene: DeliveryScene, { id, name, schoolName, subject, phase, passKid }: GuestRow) {
  const pass = (await guestPass(scene, passKid, id)) ?? ''
  return { ref: id, name, schoolName, subject, phase, pass: await sha256(pass) }
}

/**
 * 报送主办局：proposals of one offer in one letter, checked once more before it leaves; never more than the places offered.
 * What blocks one needs the office's reason. The journal says whose data went where, and which.
 */
export async function sendGuests(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const { tenant } = scene.store
  const teacherIds = [...new Set(body.teacherIds)]
  const weighing = await weighProposals(scene, params.id, teacherIds)
  if (!weighing.ok) return weighing
  const { offer, weighed, listed } = weighing.value
  const own = listed.filter(({ state }) => state === 'proposed')
  const absent = teacherIds.find((id) => !own.some(({ teacherId }) => teacherId === id))
  if (absent !== undefined) {
    const pointer = `/teacherIds/${body.teacherIds.indexOf(absent)}`
    return refuse({ code: 'invalid-input', fields: [{ pointer, problem: 'guest_not_proposed' }] })
  }
  if (offer.taken + own.length > offer.places)
    return refuse({ code: 'cohort-full', facts: { places: offer.places, taken: offer.taken } })
  const unmet = weighed.find(({ conditions }) => conditions.some(({ met }) => !met))
  if (unmet) {
    const pointer = `/teacherIds/${body.teacherIds.indexOf(unmet.nominee.id)}`
    return refuse({ code: 'invalid-input', fields: [{ pointer, problem: 'teacher_not_eligible' }] })
  }
  const people = await Promise.all(own.map((row) => personOf(scene, row)))
  const letter = postLetter(scene, {
    kind: 'guest_nomination',
    subject: offer.id,
    receiver: offer.sender,
    body: { offer: offer.id, people },
  })
  const sent: Sending[] = []
  for (const row of own) {
    const one = weighed.find(({ nominee }) => nominee.id === row.teacherId)
    if (!one) return refuse({ code: 'not-found' })
    const given = { reason: body.waiver, envelope: letter.id, receiver: offer.sender }
    const result = sending(scene, row, one, given)
    if (!result.ok) return result
    sent.push(result.value)
  }
  const taken = offer.taken + own.length
  const event = {
    entity: offer.id,
    version: offer.version + 1,
    verb: 'send',
    before: { taken: offer.taken },
    after: { taken, envelope: letter.id, persons: own.map(({ id }) => id), fields: CARRIED.guest_nomination },
    note: body.waiver,
  }
  const answer = { envelopeId: letter.id, guests: sent.map(({ row }) => guestCard(scene, row)) }
  const statements = [
    letter.statement,
    updateSeen(offers, offer, { taken, updatedAt: scene.now }),
    ...sent.flatMap((one) => one.statements),
  ]
  const events = [event, ...sent.map((one) => one.event)] as const
  const refusal = await commit(tenant, scene.hand, events, statements, storedAnswer(200, answer))
  if (refusal) return refuse(refusedWrite(refusal))
  scene.later(scene.store.nudge())
  return ok({ body: answer })
}
