import { CohortOfferBody } from '@shixun/contract/guest-letters'
import type { JournalEvent } from '@shixun/db/commit'
import { insert, insertParts, type Statement, updateSeen } from '@shixun/db/statement'
import { type GuestRow, offerById, proposedOfOffer } from '@shixun/db/tenant/exchange'
import { guests, offers } from '@shixun/db/tenant/schema/exchange'
import { tasks } from '@shixun/db/tenant/schema/house'
import type { Letter } from '@shixun/domain/exchange/envelope'
import { GUEST } from '@shixun/domain/exchange/guest'
import { OFFER, offerStateOf } from '@shixun/domain/exchange/offer'
import { proposalsOver } from '@shixun/domain/exchange/offer-deadline'
import { arrive, arriveMany } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import type { Delivery } from './deliver-envelope.ts'

const NOTHING: Delivery = { reason: null, events: [], statements: [], result: {} }

/** Proposals that can no longer be sent end with the reason, and their schools are told. */
function endProposed(
  scene: DistrictScene,
  proposed: readonly GuestRow[],
  reason: string,
): { events: JournalEvent[]; statements: Statement[] } {
  const set = { state: 'refused' as const, reason, updatedAt: scene.now }
  const titled = proposed.map((row) => ({ ...row, title: `${row.name} · ${row.offerTitle}` }))
  const told = titled.flatMap(({ id: entity, schoolId: unit, title }) =>
    ['registrar', 'school_admin'].map((role) => ({
      ...{ id: scene.newId('tsk'), entity, kind: 'guest.refused', title, role, unit },
      ...{ dueOn: null, createdAt: scene.now, doneAt: null },
    })),
  )
  return {
    events: proposed.map(({ id, version }) => ({
      ...{ entity: id, version: version + 1, verb: 'refuse', note: reason },
      ...{ before: { state: 'proposed' }, after: { state: set.state } },
    })),
    statements: [
      ...proposed.map((row) => updateSeen(guests, row, set)),
      ...arriveMany(scene, GUEST, titled, 'proposed', set.state, () => ({})),
      ...insertParts(tasks, told),
    ],
  }
}

/** 收到外局名额：kept as the organiser tells it; a newer letter takes the place of the one before, an older one changes nothing. */
export async function receiveCohortOffer(scene: DistrictScene, { body, sender }: Letter): Promise<Delivery> {
  const parsed = CohortOfferBody.safeParse(body)
  if (!parsed.success) return { reason: 'body-invalid' }
  const { offer: id, version: toldVersion, withdrawn, cohort, ...told } = parsed.data
  const [[row], proposed] = await scene.store.tenant.read(offerById({ id }), proposedOfOffer({ offer: id }))
  if (row && row.sender !== sender.slug) return { reason: 'body-invalid' }
  if (row ? toldVersion <= row.toldVersion : withdrawn !== null) return NOTHING
  const content = cohort ?? row?.content
  if (!content || (cohort === null && withdrawn === null)) return { reason: 'body-invalid' }
  const { title, startsOn, endsOn } = content
  const state = offerStateOf(content.state, withdrawn !== null)
  const set = {
    ...told,
    title,
    startsOn,
    endsOn,
    content,
    state,
    reason: withdrawn,
    toldVersion,
    updatedAt: scene.now,
  }
  const version = (row?.version ?? 0) + 1
  const event = {
    entity: id,
    version,
    verb: 'receive',
    ...(row ? { before: { state: row.state, places: row.places } } : {}),
    after: { state, places: told.places, cohort: content.state, sender: sender.slug },
    note: withdrawn ?? undefined,
  }
  const named = { id, title: `${sender.name}：${title}` }
  const moved = row?.state === state ? [] : arrive(scene, OFFER, named, row?.state ?? null, state, {})
  const fresh = {
    id,
    sender: sender.slug,
    senderName: sender.name,
    senderKind: sender.kind,
    taken: 0,
    version,
    createdAt: scene.now,
    ...set,
  }
  const over = proposalsOver(content.state, withdrawn !== null)
  const reason = withdrawn ?? '主办局的班次已结束，未报送的推荐不再办理'
  const ended = over ? endProposed(scene, proposed, reason) : { events: [], statements: [] }
  const lost = row?.state !== state && state === 'withdrawn'
  const notice = {
    ...{ id: scene.newId('tsk'), entity: id, kind: 'offer.withdrawn', title: named.title },
    ...{ role: 'office', unit: '', dueOn: null, createdAt: scene.now, doneAt: null },
  }
  const written = row ? updateSeen(offers, row, set) : insert(offers, fresh)
  return {
    reason: null,
    events: [event, ...ended.events],
    statements: [written, ...moved, ...ended.statements, ...(lost ? [insert(tasks, notice)] : [])],
    result: { state },
  }
}
