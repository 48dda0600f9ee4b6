import { CohortOfferBody } from '@shixun/contract/guest-letters'
import { insert, updateSeen } from '@shixun/db/statement'
import { offerById } from '@shixun/db/tenant/exchange'
import { offers } from '@shixun/db/tenant/schema/exchange'
import type { Letter } from '@shixun/domain/exchange/envelope'
import { OFFER, offerStateOf } from '@shixun/domain/exchange/offer'
import { arrive } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import type { Delivery } from './deliver-envelope.ts'

const NOTHING: Delivery = { reason: null, events: [], statements: [], result: {} }

/** 收到外局名额：kept as the organiser tells it; a newer letter takes the place of the one before, an older one changes nothing. */
export async function receiveCohortOffer(scene: DistrictScene, { body, sender }: Letter): Promise<Delivery> {
  const parsed = CohortOfferBody.safeParse(body)
  if (!parsed.success) return { reason: 'body-invalid' }
  const { offer: id, version: toldVersion, withdrawn, cohort, ...told } = parsed.data
  const [[row]] = await scene.store.tenant.read(offerById({ id }))
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
  const written = row ? updateSeen(offers, row, set) : insert(offers, fresh)
  return { reason: null, events: [event], statements: [written, ...moved], result: { state } }
}
