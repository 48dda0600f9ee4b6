import { commit } from '@shixun/db/commit'
import { statement } from '@shixun/db/statement'
import { cohortsConcluding } from '@shixun/db/tenant/conclusions'
import { evidenceForgotten } from '@shixun/db/tenant/evidence'
import { addDays } from '@shixun/domain/shared/china-time'
import { concludeCohort } from '../delivery/conclude-cohort.ts'
import type { DeliveryScene } from '../store.ts'

/** A page that concludes a cohort asks for the next step at once; one that was left for so long does no more. */
const LEFT_MS = 120_000
/** Days after which evidence that nothing names is nobody's. */
const FORGOTTEN_DAYS = 2

/** Goes on with a conclusion whose page was closed, a step a round, and lets go of evidence that was handed in and never named. */
export async function keepHours(scene: DeliveryScene): Promise<void> {
  const { tenant, objects } = scene.store
  const left = new Date(Date.parse(scene.now) - LEFT_MS).toISOString()
  const forgotten = `${addDays(scene.now.slice(0, 10), -FORGOTTEN_DAYS)}${scene.now.slice(10)}`
  const [[cohort], files] = await tenant.read(
    cohortsConcluding({ before: left }),
    evidenceForgotten({ before: forgotten }),
  )
  // a step that another was faster with is no failure: the next round looks again
  if (cohort) await concludeCohort(scene, { params: cohort, body: {} })
  for (const { id, objectKey } of files) {
    await objects.delete(objectKey)
    const event = { entity: id, version: 2, verb: 'sweep-evidence' }
    await commit(tenant, scene.hand, [event], [statement('DELETE FROM files WHERE id = ?', id)], null)
  }
}
