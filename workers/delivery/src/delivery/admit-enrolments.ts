import { commit } from '@shixun/db/commit'
import { COHORT } from '@shixun/domain/delivery/cohort'
import type { EnrolmentState } from '@shixun/domain/delivery/enrolment'
import { ENROLMENT } from '@shixun/domain/delivery/enrolment'
import { fillPlaces } from '@shixun/domain/delivery/fill-places'
import { byPreference } from '@shixun/domain/delivery/preference'
import { unitLimit } from '@shixun/domain/identity/permission'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, refuse } from '@shixun/domain/shared/result'
import { problemWords } from '@shixun/http/problem-response'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { givesPlaces } from './enrolment-card.ts'
import { type EnrolmentChange, enrolmentWrites } from './enrolment-writes.ts'
import { type Candidate, type Candidates, heldBack, loadCandidates } from './load-candidates.ts'

/** How many candidates one step looks at; more are told, and the next step goes on. */
const AT_ONCE = 200

type Body = {
  mode: 'selected' | 'fill'
  items: { enrolmentId: string; version: number }[]
  dryRun: boolean
}
type Given = { params: { id: string }; body: Body }
/** What becomes of a candidate, or why nothing does. */
type Decision = { candidate: Candidate; to: EnrolmentState | null; refusal: Refusal | null }

/** Chosen ones in the order of the ranking: as many as there are places; who was changed meanwhile is left. */
function selected({ candidates, placesFree }: Candidates, items: Body['items']): Decision[] {
  const versions = new Map(items.map(({ enrolmentId, version }) => [enrolmentId, version]))
  let free = placesFree
  return candidates
    .toSorted((a, b) => byPreference(a.row, b.row))
    .map((candidate) => {
      const { row } = candidate
      const left = (refusal: Refusal): Decision => ({ candidate, to: null, refusal })
      if (versions.get(row.id) !== row.version) return left({ code: 'version-stale' })
      if (row.state !== 'nominated' && row.state !== 'waiting')
        return left({ code: 'state-refuses', facts: { state: ENROLMENT.states[row.state] } })
      const held = heldBack(candidate)
      if (held) return left(held)
      if (free <= 0) return left({ code: 'cohort-full' })
      free -= 1
      return { candidate, to: 'enrolled', refusal: null }
    })
}

/** By preference and time until the places are full; the rest of the nominated wait while there is room. */
function filled({ candidates, placesFree, waitingFree }: Candidates): Decision[] {
  const held = new Map(candidates.map((candidate) => [candidate.row.id, heldBack(candidate)]))
  const asked = candidates.map(({ row }) => ({
    id: row.id,
    preference: row.preference,
    waiting: row.state === 'waiting',
    held: held.get(row.id) !== null,
  }))
  const { admit, queue } = fillPlaces(asked, placesFree, waitingFree)
  const [admitted, queued] = [new Set(admit), new Set(queue)]
  return candidates
    .toSorted((a, b) => byPreference(a.row, b.row))
    .map((candidate) => {
      const { id, state } = candidate.row
      if (admitted.has(id)) return { candidate, to: 'enrolled', refusal: null }
      if (queued.has(id)) return { candidate, to: 'waiting', refusal: null }
      return { candidate, to: null, refusal: held.get(id) ?? (state === 'waiting' ? null : { code: 'cohort-full' }) }
    })
}

/** Held back for what was not known when they were nominated: it is kept, so that somebody can let it pass. */
function rechecked({ candidate, to }: Decision): boolean {
  const { row, weighed } = candidate
  return to === null && weighed !== null && JSON.stringify(weighed.findings) !== JSON.stringify(row.findings)
}

function itemView({ candidate: { row }, to, refusal }: Decision, version: number) {
  const { id, name, schoolName, state } = row
  const words = refusal ? problemWords(refusal) : null
  const detail =
    refusal?.code === 'training-repeated' ? String(refusal.facts?.['detail'] ?? '') : (words?.detail ?? null)
  return { id, name, schoolName, state: to ?? state, version, done: to !== null, problem: words?.title ?? null, detail }
}

/**
 * 批量录取：chosen enrolments, or the places filled by preference and time. What each teacher repeats is looked at anew; who
 * cannot be admitted is left with the reason, the others go on in one commit that asserts the places.
 */
export async function admitEnrolments(scene: DeliveryScene, { params, body }: Given): Promise<Verdict> {
  const chosen = body.items.map(({ enrolmentId }) => enrolmentId)
  const twice = chosen.findIndex((id, index) => chosen.indexOf(id) < index)
  if (twice >= 0)
    return refuse({ code: 'invalid-input', fields: [{ pointer: `/items/${twice}/enrolmentId`, problem: 'duplicate' }] })
  const fills = body.mode === 'fill'
  if (!fills && chosen.length === 0)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/items', problem: 'required' }] })
  const heads = fills ? AT_ONCE : 0
  const loaded = await loadCandidates(scene, {
    ...{ cohort: params.id, enrolment: '', chosen: fills ? [] : chosen },
    ...{ nominated: heads, waiting: heads },
  })
  const limit = unitLimit(scene.visitor, 'enrolment.admit')
  if (!loaded || (limit !== null && loaded.cohort.unitId !== limit)) return refuse({ code: 'not-found' })
  const { cohort, candidates } = loaded
  if (!givesPlaces(cohort.state))
    return refuse({ code: 'state-refuses', facts: { state: `班次${COHORT.states[cohort.state]}` } })
  const known = new Set(candidates.map(({ row }) => row.id))
  const unknown = chosen.flatMap((id, index) =>
    fills || known.has(id) ? [] : [{ pointer: `/items/${index}/enrolmentId`, problem: 'not_in_district' }],
  )
  if (unknown.length > 0) return refuse({ code: 'invalid-input', fields: unknown })
  const decisions = fills ? filled(loaded) : selected(loaded, body.items)
  return settle(scene, loaded, decisions, body.dryRun, fills)
}

async function settle(
  scene: DeliveryScene,
  loaded: Candidates,
  decisions: readonly Decision[],
  dryRun: boolean,
  fills: boolean,
): Promise<Verdict> {
  const admitted = decisions.filter(({ to }) => to === 'enrolled').length
  const queued = decisions.filter(({ to }) => to === 'waiting').length
  const offList = decisions.filter(({ candidate, to }) => to === 'enrolled' && candidate.row.state === 'waiting').length
  const looked = decisions.filter((one) => one.to !== null || rechecked(one))
  const placesFree = loaded.placesFree - admitted
  const full = decisions.filter(({ candidate }) => candidate.row.state === 'nominated').length >= AT_ONCE
  const answer = {
    items: decisions.map((one) => itemView(one, one.candidate.row.version + Number(!dryRun && looked.includes(one)))),
    admitted,
    queued,
    placesFree,
    waitingFree: loaded.waitingFree - queued + offList,
    // when nobody could be moved, the next step would find the same
    more: fills && full && admitted + queued > 0,
  }
  const changes = looked.map(({ candidate, to }): EnrolmentChange => {
    if (to === null) return { candidate, verb: 'recheck' }
    return { candidate, to, verb: to === 'enrolled' ? 'admit' : 'queue' }
  })
  const { events, statements } = enrolmentWrites(scene, loaded, changes)
  const [first, ...others] = events
  if (dryRun || !first) return ok({ body: answer })
  const stored = storedAnswer(200, answer)
  const refusal = await commit(scene.store.tenant, scene.hand, [first, ...others], statements, stored)
  return refusal
    ? refuse(refusedWrite(refusal, { places: { code: 'cohort-full' }, waiting: { code: 'version-stale' } }))
    : ok({ body: answer })
}
