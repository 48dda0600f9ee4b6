import type { hoursClaimById } from '@shixun/db/tenant/hours-claims'
import { HOURS_CLAIM } from '@shixun/domain/delivery/hours-claim'
import { actionsOf } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'

export type ClaimRow = ReturnType<ReturnType<typeof hoursClaimById>['decode']>

/** Whether this visitor may see a claim: its teacher, their school, and who runs the cohort; the bureau all. */
export function seesClaim({ visitor }: Pick<DeliveryScene, 'visitor'>, row: ClaimRow): boolean {
  if (visitor.kind !== 'person') return true
  if (visitor.unit === null) return true
  return [row.teacherId, row.schoolId, row.unitId].includes(visitor.unit)
}

/** Whose moves a claim waits for: it is decided by who runs the cohort and taken back by who made it. */
export function mayMove({ visitor }: Pick<DeliveryScene, 'visitor'>, row: ClaimRow, action: string): boolean {
  if (visitor.kind !== 'person' || visitor.unit === null) return true
  if (action !== 'withdraw') return visitor.unit === row.unitId
  return visitor.unit === row.teacherId || visitor.unit === row.schoolId
}

export function claimView(scene: DeliveryScene, row: ClaimRow) {
  const { id, version, cohortId, cohortTitle, sessionId, sessionTopic, teacherName } = row
  const { minutes, note, evidence, state, reason, createdAt } = row
  const actions = actionsOf(scene, HOURS_CLAIM, state, {}).filter((action) => mayMove(scene, row, action))
  return {
    ...{ id, version, actions, cohortId, cohortTitle, sessionId, sessionTopic, teacherName },
    ...{ minutes, note, evidence, state, reason, createdAt },
  }
}
