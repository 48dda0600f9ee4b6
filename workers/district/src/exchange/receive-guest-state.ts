import { GuestStateBody } from '@shixun/contract/guest-letters'
import type { JournalEvent } from '@shixun/db/commit'
import { insertMany, type Statement, updateSeen } from '@shixun/db/statement'
import { freePlaces } from '@shixun/db/tenant/exchange'
import { guests } from '@shixun/db/tenant/schema/exchange'
import { tasks } from '@shixun/db/tenant/schema/house'
import { CARRIED } from '@shixun/domain/exchange/carried-data'
import type { Letter } from '@shixun/domain/exchange/envelope'
import { GUEST, type GuestState, isNews, LIVE_GUEST_STATES } from '@shixun/domain/exchange/guest'
import { arrive } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import type { Delivery } from './deliver-envelope.ts'
import { loadGuests, ownersOfGuest } from './load-guests.ts'

/** States in which the organiser ended it: nothing is left to do, and the school ought to know. */
const ENDED: readonly GuestState[] = ['refused', 'withdrawn']

function tellSchool(
  scene: DistrictScene,
  { id: entity, title, schoolId, state }: { id: string; title: string; schoolId: string; state: GuestState },
): Statement {
  const rows = ['registrar', 'school_admin'].map((role) => ({
    ...{ id: scene.newId('tsk'), entity, kind: `guest.${state}`, title, role, unit: schoolId },
    ...{ dueOn: null, createdAt: scene.now, doneAt: null },
  }))
  return insertMany(tasks, rows)
}

/** 收到录取结果：each guest stands as the organiser says; who withdrew at home stays withdrawn, whatever crossed on its way. */
export async function receiveGuestState(scene: DistrictScene, letter: Letter): Promise<Delivery> {
  const parsed = GuestStateBody.safeParse(letter.body)
  if (!parsed.success) return { reason: 'body-invalid' }
  const { people } = parsed.data
  const refs = people.map(({ ref }) => ref)
  const loaded = await loadGuests(scene, letter, parsed.data.offer, refs)
  if (!loaded.ok) return { reason: loaded.refusal }
  const { offer, rows } = loaded.value
  const events: JournalEvent[] = []
  const statements: Statement[] = []
  let freed = 0
  for (const [at, row] of rows.entries()) {
    const told = people[at]
    if (!told || !isNews(row, told) || row.state === 'withdrawn') continue
    const { state, reason, version: toldVersion, until: offerUntil } = told
    const set = { state, reason, toldVersion, offerUntil, updatedAt: scene.now }
    events.push({
      entity: row.id,
      version: row.version + 1,
      verb: 'hear',
      before: { state: row.state },
      after: { state, sender: letter.sender.slug, envelope: letter.id, fields: CARRIED.guest_state },
      note: reason ?? undefined,
    })
    statements.push(updateSeen(guests, row, set))
    const named = { id: row.id, title: `${row.name} · ${offer.title}` }
    if (row.state !== state) {
      statements.push(...arrive(scene, GUEST, named, row.state, state, ownersOfGuest(row), offerUntil))
      if (ENDED.includes(state)) statements.push(tellSchool(scene, { ...named, schoolId: row.schoolId, state }))
    }
    if (LIVE_GUEST_STATES.includes(row.state) && !LIVE_GUEST_STATES.includes(state)) freed += 1
  }
  if (freed > 0) statements.push(freePlaces(offer.id, freed))
  return { reason: null, events, statements, result: { changed: events.length } }
}
