import type { JournalEvent } from '@shixun/db/commit'
import { assertion, type Statement, statement } from '@shixun/db/statement'
import { ENROLMENT, type EnrolmentState, HOLDING, type Waiver } from '@shixun/domain/delivery/enrolment'
import { offerUntil } from '@shixun/domain/delivery/offer-until'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { arriveMany } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { admissionsDone, admittedTasks, lapsedTasks, promotedTasks } from './admission-task.ts'
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

/** What all of a batch belongs to, and for how long the bureau keeps a place for a school that is asked. */
type Ground = {
  cohort: Pick<
    Candidates['cohort'],
    'id' | 'title' | 'state' | 'startsOn' | 'endsOn' | 'waitingPlaces' | 'unitKind' | 'unitId'
  >
  waitingRules: Pick<Candidates['waitingRules'], 'offerDays'>
}

/** States of an enrolment in which its findings still matter. */
const OPEN: readonly EnrolmentState[] = ['nominated', 'waiting', 'offered', 'enrolled']
const holds = (state: EnrolmentState) => HOLDING.includes(state)

/** The enrolment as it stands after its change. */
function changed(
  scene: DeliveryScene,
  { cohort, waitingRules }: Ground,
  { candidate, to, reason, waiver }: EnrolmentChange,
) {
  const { row, weighed } = candidate
  const kept = to === 'offered' ? offerUntil(chinaDate(scene.now), cohort, waitingRules.offerDays) : null
  return {
    ...row,
    state: to ?? row.state,
    findings: weighed?.findings ?? row.findings,
    waiver: waiver ?? row.waiver,
    reason: reason ?? row.reason,
    offerUntil: to === undefined ? row.offerUntil : kept,
    version: row.version + 1,
    updatedAt: scene.now,
  }
}

type Changed = ReturnType<typeof changed>

function arrivals(scene: DeliveryScene, changes: readonly EnrolmentChange[], rows: readonly Changed[]): Statement[] {
  const moved = changes.flatMap(({ candidate: { row }, to }, index) => {
    const until = rows[index]?.offerUntil ?? null
    return to === undefined ? [] : [{ ...row, to, until, title: `${row.name}：${row.cohortTitle}` }]
  })
  const kinds = [...new Set(moved.map(({ state, to }) => `${state} ${to}`))]
  return kinds.flatMap((kind) => {
    const rows = moved.filter(({ state, to }) => `${state} ${to}` === kind)
    const [first] = rows
    if (!first) return []
    const ownersOf = ({ schoolId, teacherId }: (typeof rows)[number]) =>
      teacherId === null ? {} : { registrar: schoolId, school_admin: schoolId }
    return arriveMany(scene, ENROLMENT, rows, first.state, first.to, ownersOf, first.until)
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
  ground: Ground,
  changes: readonly EnrolmentChange[],
): { events: JournalEvent[]; statements: Statement[]; rows: Changed[] } {
  const { cohort } = ground
  const rows = changes.map((change) => changed(scene, ground, change))
  const values = rows.map(({ id, state, findings, waiver, reason, offerUntil }) => [
    id,
    state,
    JSON.stringify(findings),
    waiver === null ? null : JSON.stringify(waiver),
    reason,
    offerUntil,
  ])
  const taken = changes.reduce(
    (sum, { candidate: { row }, to = row.state }) => sum + Number(holds(to)) - Number(holds(row.state)),
    0,
  )
  const queued = changes.some(({ to }) => to === 'waiting')
  const statements = [
    statement(
      `UPDATE enrolments SET state = x.state, findings = x.findings, waiver = x.waiver, reason = x.reason, offer_until = x.offer_until, version = version + 1, updated_at = ?
       FROM (SELECT value ->> 0 AS id, value ->> 1 AS state, value ->> 2 AS findings, value ->> 3 AS waiver, value ->> 4 AS reason, value ->> 5 AS offer_until FROM json_each(?)) x
       WHERE enrolments.id = x.id`,
      scene.now,
      JSON.stringify(values),
    ),
    ...(taken === 0 ? [] : [statement('UPDATE cohorts SET taken = taken + ? WHERE id = ?', taken, cohort.id)]),
    ...(changes.some(({ to }) => to !== undefined && holds(to))
      ? [assertion('places', 'SELECT taken <= places AND state = ? FROM cohorts WHERE id = ?', cohort.state, cohort.id)]
      : []),
    ...(queued ? [waitingHolds(cohort)] : []),
    ...arrivals(scene, changes, rows),
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
    ...changes.flatMap(({ verb, candidate: { row } }) => (verb === 'lapse' ? lapsedTasks(scene, cohort, row) : [])),
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
