import { commit, type JournalEvent } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { guestById } from '@shixun/db/tenant/exchange'
import { guests, offers } from '@shixun/db/tenant/schema/exchange'
import { CARRIED } from '@shixun/domain/exchange/carried-data'
import { GUEST, LIVE_GUEST_STATES } from '@shixun/domain/exchange/guest'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import { postLetter } from '@shixun/tenant/post-letter'
import type { DeliveryScene } from '../store.ts'
import { guestCard } from './guest-card.ts'

type Action = 'accept' | 'refuse' | 'withdraw'
type Given = { params: { id: string }; body: { note?: string | undefined } }

/** For whom a guest's tasks are: the teacher, and the school that answers for them. */
function ownersOf({ teacherId, schoolId }: { teacherId: string; schoolId: string }) {
  return { teacher: teacherId, registrar: schoolId, school_admin: schoolId }
}

/** A move of the home bureau; what the organiser knows of already is told there in the same batch. */
async function moveGuest(scene: DeliveryScene, action: Action, { params, body }: Given): Promise<Verdict> {
  const { tenant } = scene.store
  const [[row]] = await tenant.read(guestById({ id: params.id }))
  const own = unitLimit(scene.visitor, `guest.${action}`)
  if (!row || (own !== null && row.schoolId !== own)) return refuse({ code: 'not-found' })
  const decided = decide(scene, {
    machine: GUEST,
    row: { ...row, title: `${row.name} · ${row.offerTitle}` },
    action,
    note: body.note,
    owners: ownersOf(row),
  })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const reason = body.note ?? null
  const set = { state: to, reason, updatedAt: scene.now }
  const events: [JournalEvent, ...JournalEvent[]] = [event]
  const statements: Statement[] = [updateSeen(guests, row, set), ...follow]
  const live = LIVE_GUEST_STATES.includes(row.state)
  if (live) {
    const people = [{ ref: row.id, answer: action === 'accept' ? 'accept' : 'withdraw', reason: reason ?? '' }]
    const letter = postLetter(scene, {
      kind: 'guest_answer',
      subject: row.offerId,
      receiver: row.sender,
      body: { offer: row.offerId, people },
    })
    event.after = { ...(event.after as object), envelope: letter.id, fields: CARRIED.guest_answer }
    statements.push(letter.statement)
  }
  if (live && action === 'withdraw') {
    const offer = { id: row.offerId, version: row.offerVersion }
    const taken = row.offerTaken - 1
    const freed = { entity: offer.id, version: offer.version + 1, verb: 'free', before: { taken: row.offerTaken } }
    events.push({ ...freed, after: { taken } })
    statements.push(updateSeen(offers, offer, { taken, updatedAt: scene.now }))
  }
  const answer = guestCard(scene, { ...row, ...set, version })
  const refusal = await commit(tenant, scene.hand, events, statements, storedAnswer(200, answer, version))
  if (refusal) return refuse(refusedWrite(refusal))
  if (live) scene.later(scene.store.nudge())
  return ok({ body: answer, version })
}

/** 确认递补：the organiser keeps the place until it hears of it. */
export function acceptGuest(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  return moveGuest(scene, 'accept', { params, body: {} })
}

/** 不报送：the office lets a proposal go no further. */
export function refuseGuest(scene: DeliveryScene, given: Given): Promise<Verdict> {
  return moveGuest(scene, 'refuse', given)
}

/** 退出：with a reason; a place that was offered becomes free for another teacher of this bureau. */
export function withdrawGuest(scene: DeliveryScene, given: Given): Promise<Verdict> {
  return moveGuest(scene, 'withdraw', given)
}
