import { cohortById, sessionPage, sessionsOfCohort } from '@shixun/db/tenant/cohorts'
import { pageOf } from '@shixun/db/tenant/paging'
import { bookingsBesideCohort } from '@shixun/db/tenant/timetables'
import { timetableFindings } from '@shixun/domain/delivery/timetable'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { runs, seesCohort, sessionCard } from './cohort-card.ts'
import { lectureLimits, lectureLimitsRead } from './timetable-checks.ts'

type Query = { limit: number; after?: string | undefined }

/** 课表：in the order of time. */
export async function listSessions(
  scene: DeliveryScene,
  { params, query, raw }: { params: { id: string }; query: Query; raw: Request },
): Promise<Verdict> {
  const [startsAt = '', id = ''] = query.after?.split('~') ?? []
  const [[cohort], found] = await scene.store.tenant.read(
    cohortById({ id: params.id }),
    sessionPage({ cohortId: params.id, startsAt, id, limit: query.limit + 1 }),
  )
  if (!cohort || !seesCohort(scene, cohort)) return refuse({ code: 'not-found' })
  const { rows, after } = pageOf(found, query.limit)
  const last = rows.at(-1)
  const key = after !== null && last ? `${last.startsAt}~${last.id}` : null
  return ok({ body: { items: rows.map((row) => sessionCard(scene, cohort, row)), next: nextLink(raw, key) } })
}

/** 课表检查：the whole timetable against the district. */
export async function checkTimetable(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[cohort], sessions, bookings, [setting]] = await scene.store.tenant.read(
    cohortById({ id: params.id }),
    sessionsOfCohort({ cohortId: params.id }),
    bookingsBesideCohort({ cohortId: params.id }),
    lectureLimitsRead(),
  )
  if (!cohort || !runs(scene, cohort)) return refuse({ code: 'not-found' })
  const standing = sessions.filter(({ state }) => state !== 'cancelled')
  const found = timetableFindings(standing, cohort.stages, bookings, lectureLimits(setting))
  const findings = found.map((finding) => ({ ...finding, sessionId: standing[finding.session]?.id ?? '' }))
  return ok({ body: { findings } })
}
