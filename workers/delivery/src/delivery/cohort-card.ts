import type { CohortCardRow, CohortRow, SessionRow } from '@shixun/db/tenant/cohorts'
import { COHORT } from '@shixun/domain/delivery/cohort'
import { SESSION } from '@shixun/domain/delivery/session'
import { unitLimit } from '@shixun/domain/identity/permission'
import { type AccreditationPeriod, accreditedThrough } from '@shixun/domain/teachers/accreditation'
import { actionsOf } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'

/** States in which a cohort is still written: its timetable, its places, its rules. */
export const OPEN_STATES: readonly string[] = ['planned', 'nominating', 'ready', 'running']

type Owned = { unitId: string }
type Provider = { periods: readonly AccreditationPeriod[] } | undefined

/** Whether this visitor runs the cohort: its unit, or the office. */
export function runs(scene: DeliveryScene, { unitId }: Owned): boolean {
  const limit = unitLimit(scene.visitor, 'cohort.write')
  return limit === null || limit === unitId
}

/** Whoever oversees the whole district sees cohorts that are not published yet. */
export function overseesAll({ visitor }: DeliveryScene): boolean {
  return (
    visitor.kind === 'job' ||
    (visitor.kind === 'person' && ['admin', 'office', 'finance', 'auditor'].includes(visitor.role))
  )
}

/** A cohort that is not published is its unit's and the office's own. */
export function seesCohort(scene: DeliveryScene, row: Owned & { state: string }): boolean {
  return row.state !== 'planned' || overseesAll(scene) || runs(scene, row)
}

/** A cohort as lists show it. `settled` says whether every session is held or cancelled; lists do not know. */
export function cohortCard(scene: DeliveryScene, row: CohortCardRow, settled = false) {
  const facts = { has_sessions: row.minutes > 0, sessions_settled: settled }
  const writes = runs(scene, row) && OPEN_STATES.includes(row.state)
  return {
    ...row,
    actions: runs(scene, row)
      ? [
          ...(writes ? ['edit', 'schedule'] : []),
          ...(row.state === 'planned' || row.state === 'cancelled' ? [] : ['publish']),
          ...actionsOf(scene, COHORT, row.state, facts),
        ]
      : [],
  }
}

/** A cohort whole. */
export function cohortView(scene: DeliveryScene, row: CohortRow, provider: Provider, settled = false) {
  const { unitKind: _, followed: __, stages, rules, createdAt, ...card } = row
  return {
    ...cohortCard(scene, card, settled),
    stages,
    rules,
    accredited: provider !== undefined && accreditedThrough(provider.periods, row.level, row.startsOn, row.endsOn),
    createdAt,
  }
}

/** A session, with what may be done to it now. */
export function sessionCard(scene: DeliveryScene, cohort: Owned & { state: string }, row: SessionRow) {
  const { createdAt: _, updatedAt: __, ...shown } = row
  const open = runs(scene, cohort) && OPEN_STATES.includes(cohort.state)
  const planned = row.state === 'planned'
  return {
    ...shown,
    actions: open
      ? [
          ...(planned ? ['edit'] : []),
          ...(cohort.state === 'planned' ? ['remove'] : actionsOf(scene, SESSION, row.state, {})),
        ]
      : [],
  }
}
