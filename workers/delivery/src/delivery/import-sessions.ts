import { cohortById, providerOfCohort, sessionsOfCohort } from '@shixun/db/tenant/cohorts'
import { bookingsAround } from '@shixun/db/tenant/timetables'
import { readTimetable, type TimetableCells } from '@shixun/domain/delivery/timetable-rows'
import { trainersOf } from '@shixun/domain/delivery/trainers-text'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { planSessions, writable, writeSessions } from './add-sessions.ts'
import { runs } from './cohort-card.ts'
import { aroundOf, lectureLimits, lectureLimitsRead } from './timetable-checks.ts'

/** A timetable lies within a century: rows are read before their days are known to be right. */
const ALWAYS = { startsAt: '2000-01-01T00:00:00.000Z', endsAt: '2099-12-31T00:00:00.000Z' }

/** 导入课表：rows of a workbook or the clipboard; a wrong row is told with its column and harms no other. */
export async function importSessions(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { rows: TimetableCells[]; dryRun: boolean } },
): Promise<Verdict> {
  const wanted = body.rows.map(({ trainers, place }) => ({
    ...ALWAYS,
    trainers: trainersOf(trainers),
    place: String(place ?? ''),
  }))
  const [[row], sessions, [provider], bookings, [setting]] = await scene.store.tenant.read(
    cohortById({ id: params.id }),
    sessionsOfCohort({ cohortId: params.id }),
    providerOfCohort({ cohortId: params.id }),
    bookingsAround({ ...aroundOf(wanted), from: '', to: '~' }),
    lectureLimitsRead(),
  )
  if (!row || !runs(scene, row)) return refuse({ code: 'not-found' })
  const barred = writable(scene, row)
  if (barred) return refuse(barred)
  const { sound, problems } = readTimetable(body.rows, row.stages)
  const loaded = { row, sessions, provider, bookings, limits: lectureLimits(setting) }
  const planned = planSessions(
    scene,
    loaded,
    sound.map(({ row: _, ...session }) => session),
  )
  if (!planned.ok) return planned
  const { rows, findings } = planned.value
  const answer = {
    accepted: sound.length,
    rejected: problems,
    findings: findings.map((finding) => ({ ...finding, session: (sound[finding.session]?.row ?? 1) - 1 })),
  }
  if (body.dryRun || rows.length === 0) return ok({ body: answer, version: row.version })
  return writeSessions(scene, loaded, rows, () => ({ status: 200, body: answer }))
}
