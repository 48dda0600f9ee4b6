import { commit } from '@shixun/db/commit'
import { insertMany, type Statement, statement, updateSeen } from '@shixun/db/statement'
import { cohortById, providerOfCohort, type SessionRow, sessionsOfCohort } from '@shixun/db/tenant/cohorts'
import { cohorts, sessionBookings, sessions as sessionTable } from '@shixun/db/tenant/schema/delivery'
import { bookingsAround, dropBookings } from '@shixun/db/tenant/timetables'
import { bookingsOf } from '@shixun/domain/delivery/booking'
import { COHORT } from '@shixun/domain/delivery/cohort'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { cohortView, OPEN_STATES, runs, sessionCard } from './cohort-card.ts'
import { bookingRows, findingsOf, lectureLimits, lectureLimitsRead, minutesOf } from './timetable-checks.ts'

type Params = { id: string; session: string }
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>
/** What comes of a session: its row as it will stand, or null when it is removed. */
type Changed = { after: SessionRow | null; verb: string; note?: string; statements?: Statement[] }
type Wanted = Partial<Pick<SessionRow, 'startsAt' | 'endsAt'>> & {
  trainers?: SessionRow['trainers'] | undefined
  place?: string | undefined
}

const DAY = 24 * 3_600_000
const moved = (instant: string | undefined, by: number) =>
  instant === undefined ? null : new Date(Date.parse(instant) + by).toISOString()

async function load(scene: DeliveryScene, { id, session }: Params, wanted: Wanted) {
  const keys = bookingsOf({ trainers: wanted.trainers ?? [], place: wanted.place ?? '' }).map(({ key }) => key)
  const [[cohort], sessions, [provider], bookings, [setting]] = await scene.store.tenant.read(
    cohortById({ id }),
    sessionsOfCohort({ cohortId: id }),
    providerOfCohort({ cohortId: id }),
    bookingsAround({
      session,
      keys: JSON.stringify(keys),
      from: moved(wanted.startsAt, -DAY),
      to: moved(wanted.endsAt, DAY),
    }),
    lectureLimitsRead(),
  )
  const row = sessions.find((one) => one.id === session)
  if (!cohort || !row || !runs(scene, cohort)) return null
  return { cohort, row, sessions, provider, bookings, limits: lectureLimits(setting) }
}

/** Every change of one session: load → decide → commit → answer. The cohort's minutes follow in the same batch. */
export async function changeSession(
  scene: DeliveryScene,
  params: Params,
  wanted: Wanted,
  decide: (loaded: Loaded) => Result<Changed, Refusal>,
): Promise<Verdict> {
  const loaded = await load(scene, params, wanted)
  if (!loaded) return refuse({ code: 'not-found' })
  const { cohort, row, sessions, provider, bookings, limits } = loaded
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (!OPEN_STATES.includes(cohort.state))
    return refuse({ code: 'state-refuses', facts: { state: COHORT.states[cohort.state] } })
  const decided = decide(loaded)
  if (!decided.ok) return decided
  const { after, verb, note } = decided.value
  const version = row.version + 1
  const others = sessions.filter(({ id }) => id !== row.id)
  const minutes = minutesOf(after ? [...others, after] : others)
  const seen = { ...cohort, minutes, version: cohort.version + 1, updatedAt: scene.now }
  const stands = after !== null && after.state !== 'cancelled'
  const standing = others.filter(({ state }) => state !== 'cancelled')
  const body = after && {
    sessions: [sessionCard(scene, seen, { ...after, version })],
    findings: stands ? findingsOf(standing, [after], cohort.stages, bookings, limits) : [],
    cohort: cohortView(scene, seen, provider),
  }
  const taken = stands ? bookingRows(cohort, after) : []
  const { id: _, cohortId: __, version: ___, createdAt: ____, ...set } = after ?? row
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [
      { entity: row.id, version, verb, before: kept(row), after: after && kept(after), note },
      {
        entity: cohort.id,
        version: seen.version,
        verb: 'schedule',
        before: { minutes: cohort.minutes },
        after: { minutes },
      },
    ],
    [
      updateSeen(cohorts, cohort, { minutes, updatedAt: scene.now }),
      dropBookings([row.id]),
      after
        ? updateSeen(sessionTable, row, { ...set, updatedAt: scene.now })
        : statement('DELETE FROM sessions WHERE id = ? AND version = ?', row.id, row.version),
      ...(taken.length > 0 ? [insertMany(sessionBookings, taken)] : []),
      ...(decided.value.statements ?? []),
    ],
    storedAnswer(body ? 200 : 204, body, version),
  )
  if (refusal) return refuse(refusedWrite(refusal))
  return ok(body ? { body, version } : { status: 204, body: null })
}

function kept({ topic, startsAt, endsAt, minutes, trainers, place, stageId, channel, module, state }: SessionRow) {
  return { topic, startsAt, endsAt, minutes, trainers, place, stageId, channel, module, state }
}
