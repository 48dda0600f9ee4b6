import { commit } from '@shixun/db/commit'
import { insertMany, updateSeen } from '@shixun/db/statement'
import {
  type CohortRow,
  cohortById,
  providerOfCohort,
  type SessionRow,
  sessionsOfCohort,
} from '@shixun/db/tenant/cohorts'
import { cohorts, sessionBookings, sessions as sessionTable } from '@shixun/db/tenant/schema/delivery'
import { bookingsAround } from '@shixun/db/tenant/timetables'
import { COHORT } from '@shixun/domain/delivery/cohort'
import { checkSessions } from '@shixun/domain/delivery/timetable'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { cohortView, OPEN_STATES, runs, sessionCard } from './cohort-card.ts'
import { aroundOf, bookingRows, findingsOf, lectureLimits, lectureLimitsRead, minutesOf } from './timetable-checks.ts'

/** More than a cohort of a whole year has. */
const MOST_SESSIONS = 400

export type NewSession = Pick<
  SessionRow,
  'stageId' | 'topic' | 'module' | 'trainers' | 'place' | 'startsAt' | 'endsAt' | 'minutes'
> & { channel?: SessionRow['channel'] | undefined }

/** Loads what a timetable is written beside. `wanted` are the sessions of the request: whose trainers and places are looked for. */
async function loadTimetable(scene: DeliveryScene, id: string, wanted: readonly NewSession[]) {
  const [[row], sessions, [provider], bookings, [setting]] = await scene.store.tenant.read(
    cohortById({ id }),
    sessionsOfCohort({ cohortId: id }),
    providerOfCohort({ cohortId: id }),
    bookingsAround(wanted.length > 0 ? aroundOf(wanted) : { session: null, keys: '[]', from: '', to: '' }),
    lectureLimitsRead(),
  )
  return row && runs(scene, row) ? { row, sessions, provider, bookings, limits: lectureLimits(setting) } : null
}
type Loaded = NonNullable<Awaited<ReturnType<typeof loadTimetable>>>

/** Whether this cohort's timetable may still be written, by this visitor, in the version that they saw. */
export function writable(scene: DeliveryScene, row: CohortRow): Refusal | null {
  if (scene.seen !== null && scene.seen !== row.version) return { code: 'version-stale' }
  return OPEN_STATES.includes(row.state) ? null : { code: 'state-refuses', facts: { state: COHORT.states[row.state] } }
}

type Planned = { rows: SessionRow[]; findings: ReturnType<typeof findingsOf> }

/** Makes rows of sessions and says what stands against them. Pointers of problems begin at `/sessions`. */
export function planSessions(
  scene: DeliveryScene,
  { row, sessions, bookings, limits }: Loaded,
  given: readonly NewSession[],
): Result<Planned, Refusal> {
  const wrong = checkSessions(given, row.stages).map((one) => ({ ...one, pointer: `/sessions${one.pointer}` }))
  if (sessions.length + given.length > MOST_SESSIONS)
    wrong.push({ pointer: '/sessions', problem: 'too_many', limit: MOST_SESSIONS })
  if (wrong.length > 0) return refuse({ code: 'invalid-input', fields: wrong })
  const rows = given.map((session) => ({
    ...session,
    id: scene.newId('ses'),
    cohortId: row.id,
    channel: session.channel ?? row.channel,
    state: 'planned' as const,
    note: null,
    version: 1,
    createdAt: scene.now,
    updatedAt: scene.now,
  }))
  const standing = sessions.filter(({ state }) => state !== 'cancelled')
  return ok({ rows, findings: findingsOf(standing, rows, row.stages, bookings, limits) })
}

/** Writes new sessions with whatever they take up, and the cohort's minutes, in one batch. */
export async function writeSessions(
  scene: DeliveryScene,
  { row, sessions }: Loaded,
  rows: readonly SessionRow[],
  answer: (cohort: CohortRow) => { status: number; body: unknown },
): Promise<Verdict> {
  const version = row.version + 1
  const minutes = minutesOf([...sessions, ...rows])
  const { status, body } = answer({ ...row, minutes, version, updatedAt: scene.now })
  const bookings = rows.flatMap((session) => bookingRows(row, session))
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [
      {
        entity: row.id,
        version,
        verb: 'schedule',
        before: { minutes: row.minutes },
        after: { minutes, added: rows.length },
      },
      ...rows.map((session) => ({ entity: session.id, version: 1, verb: 'create', after: shown(session) })),
    ],
    [
      updateSeen(cohorts, row, { minutes, updatedAt: scene.now }),
      insertMany(sessionTable, rows),
      ...(bookings.length > 0 ? [insertMany(sessionBookings, bookings)] : []),
    ],
    storedAnswer(status, body, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ status, body, version })
}

/** What the journal keeps of a session. */
function shown({ topic, startsAt, endsAt, minutes, trainers, place, stageId, channel, module }: SessionRow) {
  return { topic, startsAt, endsAt, minutes, trainers, place, stageId, channel, module }
}

/** 排课：one session or a whole timetable; `dryRun` only says what stands against it. */
export async function addSessions(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { sessions: NewSession[]; dryRun: boolean } },
): Promise<Verdict> {
  const loaded = await loadTimetable(scene, params.id, body.sessions)
  if (!loaded) return refuse({ code: 'not-found' })
  const barred = writable(scene, loaded.row)
  if (barred) return refuse(barred)
  const planned = planSessions(scene, loaded, body.sessions)
  if (!planned.ok) return planned
  const { rows, findings } = planned.value
  const answer = (cohort: CohortRow) => ({
    status: 200,
    body: {
      sessions: rows.map((session) => sessionCard(scene, cohort, session)),
      findings,
      cohort: cohortView(scene, cohort, loaded.provider),
    },
  })
  if (body.dryRun) return ok({ body: answer(loaded.row).body, version: loaded.row.version })
  return writeSessions(scene, loaded, rows, answer)
}
