import type { sessionsWithFigures } from '@shixun/db/tenant/attendance'
import { scopeOf } from '@shixun/domain/identity/permission'
import { compareInstants } from '@shixun/domain/shared/china-time'
import type { DeliveryScene } from '../store.ts'

type Row = ReturnType<ReturnType<typeof sessionsWithFigures>['decode']>

/** A session as the page of attendance shows it. What may be done follows from its time and state. */
export function attendanceSession(scene: DeliveryScene, row: Row & { cohortState?: string }) {
  const { id, version, topic, module, channel, place, startsAt, endsAt, minutes, state, present } = row
  const writes = scopeOf(scene.visitor, 'attendance.write') !== null
  const begun = compareInstants(scene.now, startsAt) >= 0
  const going = row.cohortState === 'running' || row.cohortState === 'ready'
  const actions =
    !writes || !going || state === 'cancelled'
      ? []
      : [
          ...(state === 'planned' ? ['scan'] : []),
          ...(begun ? ['enter'] : []),
          ...(begun && state === 'planned' ? ['settle'] : []),
        ]
  return { id, version, actions, topic, module, channel, place, startsAt, endsAt, minutes, state, present }
}
