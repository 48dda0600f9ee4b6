import { commit } from '@shixun/db/commit'
import { COHORT } from '@shixun/domain/delivery/cohort'
import { ENROLMENT, type EnrolmentAction, HOLDING, MOVES_OF_SCHOOL } from '@shixun/domain/delivery/enrolment'
import { byPreference } from '@shixun/domain/delivery/preference'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { enrolmentFacts, enrolmentView, givesPlaces, sidesOf } from './enrolment-card.ts'
import { type EnrolmentChange, enrolmentWrites } from './enrolment-writes.ts'
import { type Candidate, type Candidates, heldBack, loadCandidates } from './load-candidates.ts'

/** Who of the waiting list is looked at when a place becomes free: the first of them who may come. */
const WAITING_HEADS = 20
/** Moves by which a place may become free. */
const FREEING: readonly EnrolmentAction[] = ['withdraw', 'refuse', 'recall', 'lapse']
/** Moves that give a place, or keep one for somebody. */
const GIVING: readonly EnrolmentAction[] = ['admit', 'offer', 'queue', 'accept']

/** The change by which the head of the waiting list takes the place that became free, as the bureau has set. */
function promotion({ cohort, candidates, waitingRules }: Candidates, freed: Candidate): EnrolmentChange[] {
  if (waitingRules.promotion === 'none' || !givesPlaces(cohort.state)) return []
  const held = HOLDING.includes(freed.row.state)
  if (!held || cohort.taken - 1 >= cohort.places) return []
  const [head] = candidates
    .filter((one) => one.row.id !== freed.row.id && one.row.state === 'waiting' && heldBack(one) === null)
    .sort((a, b) => byPreference(a.row, b.row))
  if (!head) return []
  const admits = waitingRules.promotion === 'admit'
  const words = { verb: admits ? 'admit' : 'offer', note: `名额空出，按候补顺序递补（${freed.row.name}）` }
  return [{ candidate: head, to: admits ? 'enrolled' : 'offered', ...words, promoted: admits }]
}

type Given = { params: { id: string }; body: { note?: string | undefined } }

async function attempt(scene: DeliveryScene, action: EnrolmentAction, given: Given): Promise<Verdict | 'again'> {
  const { id } = given.params
  const frees = FREEING.includes(action)
  const waiting = frees ? WAITING_HEADS : 0
  const loaded = await loadCandidates(scene, { cohort: null, enrolment: id, chosen: [id], nominated: 0, waiting })
  const candidate = loaded?.candidates.find(({ row }) => row.id === id)
  if (!loaded || !candidate) return refuse({ code: 'not-found' })
  const { row } = candidate
  const { runner, school } = sidesOf(scene, row)
  if (!runner && !school) return refuse({ code: 'not-found' })
  if (MOVES_OF_SCHOOL.includes(action) ? !school : !runner) return refuse({ code: 'forbidden' })
  const { note } = given.body
  const { cohort, waitingFree } = loaded
  if (GIVING.includes(action) && !givesPlaces(cohort.state))
    return refuse({ code: 'state-refuses', facts: { state: `班次${COHORT.states[cohort.state]}` } })
  const decided = decide(scene, {
    machine: ENROLMENT,
    row: { ...row, title: row.name },
    action,
    facts: enrolmentFacts(row, waitingFree > 0),
    words: { waitingPlaces: cohort.waitingPlaces },
    note,
  })
  if (!decided.ok) return decided
  const { to } = decided.value
  const held = action === 'admit' || action === 'offer' ? heldBack(candidate) : null
  if (held) return refuse(held)
  const reason = to === 'refused' || to === 'withdrawn' ? note : undefined
  const own: EnrolmentChange = { candidate, verb: action, to, note, reason }
  const promoted = frees ? promotion(loaded, candidate) : []
  const { events, statements, rows } = enrolmentWrites(scene, loaded, [own, ...promoted])
  const [first, ...others] = events
  const [after] = rows
  if (!first || !after) return refuse({ code: 'not-found' })
  const delta = Number(HOLDING.includes(to)) - Number(HOLDING.includes(row.state))
  const body = enrolmentView(scene, { ...after, taken: row.taken + delta + promoted.length })
  const stored = storedAnswer(200, body, after.version)
  const refusal = await commit(scene.store.tenant, scene.hand, [first, ...others], statements, stored)
  if (!refusal) return ok({ body, version: after.version })
  // somebody was faster with the head of the waiting list or with the place: look again who comes next
  if (promoted.length > 0 && (refusal.kind === 'stale' || refusal.kind === 'assertion')) return 'again'
  const known = {
    places: { code: 'cohort-full' } as const,
    waiting: { code: 'waiting-list-full', facts: { waitingPlaces: cohort.waitingPlaces } } as const,
  }
  return refuse(refusedWrite(refusal, known))
}

/**
 * Every move of a single enrolment: by whoever runs the cohort, or by the school of the teacher. What a teacher repeats is
 * looked at anew before a place is given; a place that becomes free goes to the waiting list in the same batch.
 */
async function moveEnrolment(scene: DeliveryScene, action: EnrolmentAction, given: Given): Promise<Verdict> {
  for (let tries = 0; tries < 5; tries++) {
    const verdict = await attempt(scene, action, given)
    if (verdict !== 'again') return verdict
  }
  return refuse({ code: 'version-stale' })
}

/** The verb of one action, for the table of routes. */
export function enrolmentMove(action: EnrolmentAction) {
  return (scene: DeliveryScene, given: Given): Promise<Verdict> => moveEnrolment(scene, action, given)
}
