import { commit } from '@shixun/db/commit'
import { byPreference } from '@shixun/domain/delivery/preference'
import { givesPlaces } from '../delivery/enrolment-card.ts'
import { type EnrolmentChange, enrolmentWrites } from '../delivery/enrolment-writes.ts'
import { heldBack, loadCandidates } from '../delivery/load-candidates.ts'
import type { DeliveryScene } from '../store.ts'

/** Who of the waiting list is looked at. */
const HEADS = 20

/**
 * 候补递补：places that guests gave up by letter go to the waiting list as the bureau has set, as they do when a school here
 * gives one up. Whoever was faster with a place leaves the rest to the next round.
 */
export async function promoteWaiting(scene: DeliveryScene, cohortId: string): Promise<void> {
  const whose = { cohort: cohortId, enrolment: '', chosen: [], nominated: 0, waiting: HEADS }
  const loaded = await loadCandidates(scene, whose)
  if (!loaded || !givesPlaces(loaded.cohort.state) || loaded.waitingRules.promotion === 'none') return
  const admits = loaded.waitingRules.promotion === 'admit'
  const heads = loaded.candidates
    .filter((one) => one.row.state === 'waiting' && heldBack(one) === null)
    .sort((a, b) => byPreference(a.row, b.row))
    .slice(0, loaded.placesFree)
  const changes = heads.map(
    (candidate): EnrolmentChange => ({
      candidate,
      to: admits ? 'enrolled' : 'offered',
      verb: admits ? 'admit' : 'offer',
      note: '外局学员退出，名额空出，按候补顺序递补',
      promoted: admits,
    }),
  )
  const { events, statements } = enrolmentWrites(scene, loaded, changes)
  const [first, ...others] = events
  if (first) await commit(scene.store.tenant, scene.hand, [first, ...others], statements, null)
}
