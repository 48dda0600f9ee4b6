import { cohortById, providerOfCohort, sessionsOfCohort } from '@shixun/db/tenant/cohorts'
import type { DeliveryScene } from '../store.ts'
import { runs, seesCohort } from './cohort-card.ts'

/** Loads a cohort with its timetable and provider in one trip, for whoever runs it; to others it is as unknown as none. */
export async function loadOwnCohort(scene: DeliveryScene, id: string) {
  const [[row], sessions, [provider]] = await scene.store.tenant.read(
    cohortById({ id }),
    sessionsOfCohort({ cohortId: id }),
    providerOfCohort({ cohortId: id }),
  )
  return row && runs(scene, row) ? { row, sessions, provider } : null
}
export type LoadedCohort = NonNullable<Awaited<ReturnType<typeof loadOwnCohort>>>

/** Loads a cohort for whoever may see it. */
export async function loadSeenCohort(scene: DeliveryScene, id: string) {
  const [[row]] = await scene.store.tenant.read(cohortById({ id }))
  return row && seesCohort(scene, row) ? row : null
}
