import type { enrolmentById } from '@shixun/db/tenant/enrolments'
import type { CohortState } from '@shixun/domain/delivery/cohort'
import { ENROLMENT, MOVES_OF_SCHOOL, standingBlocks } from '@shixun/domain/delivery/enrolment'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import type { Facts } from '@shixun/domain/shared/machine'
import { actionsOf } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'

export type EnrolmentRow = ReturnType<ReturnType<typeof enrolmentById>['decode']>
type Standing = Pick<EnrolmentRow, 'cohortState' | 'places' | 'taken'>

/** States of a cohort in which places are still given. */
const GIVING: readonly CohortState[] = ['nominating', 'ready', 'running']

export function givesPlaces(state: CohortState): boolean {
  return GIVING.includes(state)
}

/** What the guards of an enrolment ask; whether the waiting list has room is known only where it is counted. */
export function enrolmentFacts({ cohortState, places, taken }: Standing, waitingFree = true): Facts {
  const open = givesPlaces(cohortState)
  return { place_free: open && taken < places, waiting_place_free: open && waitingFree }
}

/** Whether the visitor acts for whoever runs the cohort, or for the school of the teacher: the bureau for both. */
export function sidesOf(scene: Pick<DeliveryScene, 'visitor'>, row: { cohortUnit: string; schoolId: string }) {
  const limit = unitLimit(scene.visitor, 'enrolment.read')
  return { runner: limit === null || limit === row.cohortUnit, school: limit === null || limit === row.schoolId }
}

function openActions(scene: DeliveryScene, row: EnrolmentRow, blocked: boolean): string[] {
  const { runner, school } = sidesOf(scene, row)
  const moves = actionsOf(scene, ENROLMENT, row.state, enrolmentFacts(row)).filter((action) =>
    MOVES_OF_SCHOOL.includes(action) ? school : runner && !(blocked && (action === 'admit' || action === 'offer')),
  )
  const waives = blocked && runner && scopeOf(scene.visitor, 'waiver.write') !== null && givesPlaces(row.cohortState)
  return [...moves, ...(waives ? ['waive'] : [])]
}

/** An enrolment as it goes out. */
export function enrolmentView(scene: DeliveryScene, row: EnrolmentRow) {
  const blocked =
    (row.state === 'nominated' || row.state === 'waiting') && standingBlocks(row.findings, row.waiver).length > 0
  const { homeRef: _, cohortState, cohortUnit, places, taken, ...shown } = row
  // whoever runs a cohort knows teachers and schools by name, not as rows to ask for
  const own = scopeOf(scene.visitor, 'enrolment.read') !== 'unit' || sidesOf(scene, row).school
  return {
    ...shown,
    schoolId: own ? row.schoolId : '',
    teacherId: own ? row.teacherId : null,
    blocked,
    actions: openActions(scene, row, blocked),
  }
}
