import { dueProjects, staleProjects } from '@shixun/db/tenant/assessments'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { ReviewScene } from '../../store.ts'
import { assessProjects } from './assess-projects.ts'

/** Projects of one slice, and slices of one round: bounded, so that other districts have their turn. */
const AT_ONCE = 20
const SLICES = 3
/** A class that checks in, or a roster that is admitted, is one change and not fifty. */
const SETTLED_MS = 300_000

/**
 * What the clock does for the dynamic assessment: projects of which something changed, and those whose day has come. One
 * small read while there is none; the work follows what changed, whatever the size of the bureau.
 */
export async function keepAssessments(scene: ReviewScene): Promise<void> {
  const settled = new Date(Date.parse(scene.now) - SETTLED_MS).toISOString()
  for (let slice = 0; slice < SLICES; slice++) {
    const [stale, due] = await scene.store.tenant.read(
      staleProjects({ settled, limit: AT_ONCE }),
      dueProjects({ today: chinaDate(scene.now), limit: AT_ONCE }),
    )
    const ids = [...new Set([...due, ...stale].map(({ projectId }) => projectId))].slice(0, AT_ONCE)
    if (ids.length === 0 || (await assessProjects(scene, ids)) === null) return
    if (stale.length < AT_ONCE && due.length < AT_ONCE) return
  }
}
