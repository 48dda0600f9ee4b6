import { commit } from '@shixun/db/commit'
import { cohortById } from '@shixun/db/tenant/cohorts'
import { leftOverCohorts, leftOverEnded, leftOverOfCohort } from '@shixun/db/tenant/enrolments'
import { LEFT_OVER } from '@shixun/domain/delivery/enrolment'
import { leftOverWords } from '@shixun/domain/delivery/left-over'
import { DEFAULT_WAITING_RULES } from '@shixun/domain/delivery/repeat-rules'
import { jobScene } from '@shixun/tenant/job-scene'
import type { DeliveryScene } from '../store.ts'
import { unplacedTasks } from './admission-task.ts'
import { type EnrolmentChange, enrolmentWrites } from './enrolment-writes.ts'

/** Enrolments that one batch ends, and cohorts that one round looks at. */
const AT_ONCE = 200
const COHORTS = 10

/**
 * Ends what is still open of a cohort that is over, in batches that can be resumed: each enrolment with its reason and its
 * row in the journal. Whoever concluded or cancelled, it is work of the system.
 */
export async function endLeftOver(given: DeliveryScene, cohortId: string): Promise<void> {
  const job = { name: 'delivery', now: given.now, requestId: given.requestId }
  const scene = jobScene(given.store, job, given.later)
  const { tenant } = scene.store
  for (;;) {
    const [[cohort], rows] = await tenant.read(
      cohortById({ id: cohortId }),
      leftOverOfCohort({ cohort: cohortId, limit: AT_ONCE }),
    )
    if (cohort?.state !== 'concluded' && cohort?.state !== 'cancelled') return
    const over = cohort.state
    const done = leftOverEnded(cohortId)
    const changes = rows.map((row): EnrolmentChange => {
      const state = LEFT_OVER.find((one) => one === row.state) ?? 'waiting'
      const reason = leftOverWords(over, state)
      return { candidate: { row, weighed: null }, verb: 'end', to: 'refused', reason, note: reason }
    })
    const ended = rows.length < AT_ONCE
    const ground = { cohort, waitingRules: DEFAULT_WAITING_RULES }
    const { events, statements } = enrolmentWrites(scene, ground, changes)
    const [first, ...others] = events
    if (!first) {
      await tenant.write([done])
      return
    }
    const told = unplacedTasks(
      scene,
      cohort,
      rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    )
    const refusal = await commit(
      tenant,
      scene.hand,
      [first, ...others],
      [...statements, ...told, ...(ended ? [done] : [])],
      null,
    )
    // who was faster has moved one of them: the next round looks again
    if (refusal || ended) return
  }
}

/** 班次结束后的收尾：cohorts that are over and that nobody has gone through to the end. */
export async function endLeftOvers(scene: DeliveryScene): Promise<void> {
  const [found] = await scene.store.tenant.read(leftOverCohorts({ after: '', limit: COHORTS }))
  for (const { cohortId } of found) await endLeftOver(scene, cohortId)
}
