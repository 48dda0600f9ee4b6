import { cohortsToBegin, cohortsToClose } from '@shixun/db/tenant/cohorts'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { moveCohort } from '../delivery/move-cohort.ts'
import type { DeliveryScene } from '../store.ts'

/** A round moves no more than this many; the next one takes the rest. */
const AT_ONCE = 20

/** Closes the cohorts whose time to nominate is over and begins those whose first day has come. One that moved meanwhile is left alone. */
export async function moveDueCohorts(scene: DeliveryScene): Promise<void> {
  const [closing, beginning] = await scene.store.tenant.read(
    cohortsToClose({ now: scene.now, limit: AT_ONCE }),
    cohortsToBegin({ today: chinaDate(scene.now), limit: AT_ONCE }),
  )
  for (const { id } of closing) await moveCohort(scene, { id, action: 'close' })
  for (const { id } of beginning) await moveCohort(scene, { id, action: 'begin' })
}
