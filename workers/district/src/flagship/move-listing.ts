import { commit } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { listingById } from '@shixun/db/tenant/flagship'
import { countersBetween } from '@shixun/db/tenant/house'
import { listings } from '@shixun/db/tenant/schema/flagship'
import { curates } from '@shixun/domain/flagship/curator'
import { LISTING, type ListingAction } from '@shixun/domain/flagship/listing'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import { nextNumber } from '@shixun/tenant/next-number'
import { numberFacts } from '@shixun/tenant/numbering'
import { postLetter } from '@shixun/tenant/post-letter'
import type { DistrictScene } from '../store.ts'
import { type ListingRow, listingCard } from './listing-card.ts'

type Given = { id: string; action: ListingAction; note?: string | undefined; model?: string | undefined }

/** One numbering for every library: a listing is cited beyond its curator. */
const NUMBER = 'JP{year}-{seq:4}'

/** Decisions that the district of origin is told of. */
const TOLD: readonly ListingAction[] = ['reserve', 'promote', 'remove']

/** What the shelf shows from now on, and what the district of origin hears: two envelopes of the same batch. */
function lettersOf(scene: DistrictScene, row: ListingRow, action: ListingAction): Statement[] {
  const { id, version, state: grade, number, model, originId, originName, package: contents } = row
  const { district, project } = contents.origin
  const listing = { id, version, grade, number, model, originId, originName }
  const shown = postLetter(scene, {
    kind: 'listing',
    subject: id,
    receiver: 'catalogue',
    body: { listing, package: contents },
  })
  if (!TOLD.includes(action) || district === '') return [shown.statement]
  const body = { listing: id, version, title: row.title, state: grade, number, project }
  return [shown.statement, postLetter(scene, { kind: 'decision', subject: id, receiver: district, body }).statement]
}

/** Every move of a listing in the fixed order. The number is given once, when it first enters the library. */
export async function moveListing(scene: DistrictScene, { id, action, note, model }: Given): Promise<Verdict> {
  const { tenant } = scene.store
  if (!curates(tenant.district.kind)) return refuse({ code: 'not-found' })
  const counters = countersBetween({ from: 'number.', to: 'number.~' })
  const [[row], numbers] = await tenant.read(listingById({ id }), counters)
  if (!row) return refuse({ code: 'not-found' })
  const decided = decide(scene, { machine: LISTING, row, action, note })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const facts = numberFacts(scene, { callYear: null, callKind: 'flagship', callLevel: null })
  const next = row.number === null ? nextNumber(numbers, 'listing', NUMBER, facts) : null
  const number = next?.number ?? row.number
  const set = { state: to, number, model: model ?? row.model }
  const moved = { ...row, ...set, version }
  const body = listingCard(scene, moved)
  const statements = [
    updateSeen(listings, row, set),
    ...follow,
    ...(next?.statements ?? []),
    ...lettersOf(scene, moved, action),
  ]
  const events = [{ ...event, after: { state: to, number } }] as const
  const refusal = await commit(tenant, scene.hand, events, statements, storedAnswer(200, body, version))
  if (refusal) return refuse(refusedWrite(refusal, { number: { code: 'version-stale' } }))
  scene.later(scene.store.nudge())
  return ok({ body, version })
}
