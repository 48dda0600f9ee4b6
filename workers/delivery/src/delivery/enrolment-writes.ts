import type { JournalEvent } from '@shixun/db/commit'
import { assertion, type Statement, statement } from '@shixun/db/statement'
import { ENROLMENT, type EnrolmentState, HOLDING, type Waiver } from '@shixun/domain/delivery/enrolment'
import { arriveMany } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { admissionsDone, admittedTasks, promotedTasks } from './admission-task.ts'
import type { Candidate, Candidates } from './load-candidates.ts'
import { repeatStatements } from './repeat-rows.ts'

/** What happens to one enrolment of a batch. Without `to` it is only looked at anew, or let pass. */
export type EnrolmentChange = {
  candidate: Candidate
  verb: string
  to?: EnrolmentState
  note?: string | undefined
  /** A reason that stands with the enrolment: of a refusal, a withdrawal. */
  reason?: string | undefined
  waiver?: Waiver
  /** Off the waiting list by itself: the school is told. */
  promoted?: boolean
}

/** States of an enrolment in which its findings still matter. */
const OPEN: readonly EnrolmentState[] = ['nominated', 'waiting', 'offered', 'enrolled']
const holds = (state: EnrolmentState) => HOLDING.includes(state)

/** The enrolment as it stands after its change. */
export function changed(scene: DeliveryScene, { candidate, to, reason, waiver }: EnrolmentChange) {
  const { row, weighed } = candidate
  return {
    ...row,
    state: to ?? row.state,
    findings: weighed?.findings ?? row.findings,
    waiver: waiver ?? row.waiver,
    reason: reason ?? row.reason,
    version: row.version + 1,
    updatedAt: scene.now,
  }
}

function arrivals(scene: DeliveryScene, changes: readonly EnrolmentChange[]): Statement[] {
  const moved = changes.flatMap(({ candidate: { row }, to }) =>
    to === undefined ? [] : [{ ...row, to, title: `${row.name}：${row.cohortTitle}` }],
  )
  const kinds = [...new Set(moved.map(({ state, to }) => `${state} ${to}`))]
  return kinds.flatMap((kind) => {
    const rows = moved.filter(({ state, to }) => `${state} ${to}` === kind)
    const [first] = rows
    if (!first) return []
    return arriveMany(scene, ENROLMENT, rows, first.state, first.to, ({ schoolId, teacherId }) =>
      teacherId === null ? {} : { registrar: schoolId, school_admin: schoolId },
    )
  })
}

/** The waiting list is no longer than the cohort allows when the batch runs. */
export function waitingHolds({ id, waitingPlaces }: { id: string; waitingPlaces: number }): Statement {
  return assertion(
    'waiting',
    "SELECT count(*) <= ? FROM enrolments WHERE cohort_id = ? AND state = 'waiting'",
    waitingPlaces,
    id,
  )
}

/**
 * Everything that follows from changes to enrolments of one cohort, whatever their number in a few statements: rows, places
 * taken, what must hold when the batch runs, tasks, counters and the report of repeats.
 */
export function enrolmentWrites(
  scene: DeliveryScene,
  { cohort }: Pick<Candidates, 'cohort'>,
  changes: readonly EnrolmentChange[],
): { events: JournalEvent[]; statements: Statement[]; rows: ReturnType<typeof changed>[] } {
  const rows = changes.map((change) => changed(scene, change))
  const values = rows.map(({ id, state, findings, waiver, reason }) => [
    id,
    state,
    JSON.stringify(findings),
    waiver === null ? null : JSON.stringify(waiver),
    reason,
  ])
  const taken = changes.reduce(
    (sum, { candidate: { row }, to = row.state }) => sum + Number(holds(to)) - Number(holds(row.state)),
    0,
  )
  const queued = changes.some(({ to }) => to === 'waiting')
  const statements = [
    statement(
      `UPDATE enrolments SET state = x.state, findings = x.findings, waiver = x.waiver, reason = x.reason, version = version + 1, updated_at = ?
       FROM (SELECT value ->> 0 AS id, value ->> 1 AS state, value ->> 2 AS findings, value ->> 3 AS waiver, value ->> 4 AS reason FROM json_each(?)) x
       WHERE enrolments.id = x.id`,
      scene.now,
      JSON.stringify(values),
    ),
    ...(taken === 0 ? [] : [statement('UPDATE cohorts SET taken = taken + ? WHERE id = ?', taken, cohort.id)]),
    ...(changes.some(({ to }) => to !== undefined && holds(to))
      ? [assertion('places', 'SELECT taken <= places AND state = ? FROM cohorts WHERE id = ?', cohort.state, cohort.id)]
      : []),
    ...(queued ? [waitingHolds(cohort)] : []),
    ...arrivals(scene, changes),
    ...repeatStatements(
      scene,
      cohort,
      rows.filter(({ state, teacherId }) => OPEN.includes(state) && teacherId !== null),
    ),
    ...admittedTasks(
      scene,
      cohort,
      changes.filter(({ to }) => to === 'enrolled').map(({ candidate: { row } }) => row),
    ),
    ...changes.flatMap(({ promoted, candidate: { row } }) => (promoted ? promotedTasks(scene, cohort, row) : [])),
    admissionsDone(scene, cohort.id),
  ]
  const events = changes.map(({ candidate: { row }, verb, to, note, waiver }, index): JournalEvent => {
    const findings = rows[index]?.findings.length ?? 0
    return {
      entity: row.id,
      version: row.version + 1,
      verb,
      before: { state: row.state },
      after: { state: to ?? row.state, findings, ...(waiver ? { waived: waiver.covers } : {}) },
      note,
    }
  })
  return { events, statements, rows }
}
