import { GuestAnswerBody } from '@shixun/contract/guest-letters'
import type { JournalEvent } from '@shixun/db/commit'
import { type Statement, statement, updateSeen } from '@shixun/db/statement'
import { cohortOfferById, guestEnrolments } from '@shixun/db/tenant/exchange'
import { enrolments } from '@shixun/db/tenant/schema/delivery'
import { ENROLMENT, type EnrolmentState, HOLDING } from '@shixun/domain/delivery/enrolment'
import { CARRIED } from '@shixun/domain/exchange/carried-data'
import type { Letter } from '@shixun/domain/exchange/envelope'
import { arrive } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import type { Delivery } from './deliver-envelope.ts'

/** From which states a bureau may answer for its guests, and where each answer leads. */
const ANSWERS: Record<'accept' | 'withdraw', { from: readonly EnrolmentState[]; to: EnrolmentState }> = {
  accept: { from: ['offered'], to: 'enrolled' },
  withdraw: { from: ['nominated', 'waiting', 'offered', 'enrolled'], to: 'withdrawn' },
}

/** 收到外局答复：a guest takes the place that was kept, or does not come. What is so already changes nothing. */
export async function receiveGuestAnswer(scene: DistrictScene, { id, body, sender }: Letter): Promise<Delivery> {
  const parsed = GuestAnswerBody.safeParse(body)
  if (!parsed.success) return { reason: 'body-invalid' }
  const { people } = parsed.data
  const [[offer]] = await scene.store.tenant.read(cohortOfferById({ id: parsed.data.offer }))
  if (offer?.receiver !== sender.slug) return { reason: 'offer-unknown' }
  const refs = JSON.stringify(people.map(({ ref }) => ref))
  const [known] = await scene.store.tenant.read(guestEnrolments({ cohort: offer.cohortId, home: sender.slug, refs }))
  const events: JournalEvent[] = []
  const statements: Statement[] = []
  let freed = 0
  for (const { ref, answer, reason } of people) {
    const row = known.find(({ homeRef }) => homeRef === ref)
    const { from, to } = ANSWERS[answer]
    // gone already, or refused here meanwhile
    if (!row || row.state === to) continue
    if (!from.includes(row.state)) return { reason: 'state-over' }
    const set = { state: to, reason: reason || row.reason, updatedAt: scene.now }
    events.push({
      entity: row.id,
      version: row.version + 1,
      verb: answer,
      before: { state: row.state },
      after: { state: to, sender: sender.slug, envelope: id, fields: CARRIED.guest_answer },
      note: reason || undefined,
    })
    statements.push(updateSeen(enrolments, row, set), ...arrive(scene, ENROLMENT, titled(row), row.state, to, {}))
    if (HOLDING.includes(row.state) && !HOLDING.includes(to)) freed += 1
  }
  if (freed > 0) statements.push(statement('UPDATE cohorts SET taken = taken - ? WHERE id = ?', freed, offer.cohortId))
  return { reason: null, events, statements, result: { changed: events.length } }
}

function titled({ id, name, schoolName }: { id: string; name: string; schoolName: string }) {
  return { id, title: `${name}（${schoolName}）` }
}
