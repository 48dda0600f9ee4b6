import {
  attendeesOfCohort,
  attendeesOfTeacher,
  attendeesOfUnit,
  marksOfCohortPage,
  marksOfTeacherPage,
  marksOfUnitPage,
  sessionsWithFigures,
} from '@shixun/db/tenant/attendance'
import { cohortById } from '@shixun/db/tenant/cohorts'
import { pageOf } from '@shixun/db/tenant/paging'
import { minutesToSpare } from '@shixun/domain/delivery/absence'
import { dueSessions, minutesDue } from '@shixun/domain/delivery/conclusion'
import { compareInstants } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { runs } from './load-session.ts'

type Keys = { cohort: string; after: string; limit: number }

/** Whom of a cohort this visitor may see, and what is entered for them: a unit its own and all of what it runs, a teacher themselves. */
function readsFor({ visitor }: DeliveryScene, keys: Keys, all: boolean) {
  const unit = visitor.kind === 'person' ? (visitor.unit ?? '') : ''
  if (all) return [attendeesOfCohort(keys), marksOfCohortPage(keys)] as const
  if (visitor.kind === 'person' && visitor.role === 'teacher')
    return [attendeesOfTeacher({ ...keys, teacher: unit }), marksOfTeacherPage({ ...keys, teacher: unit })] as const
  return [attendeesOfUnit({ ...keys, unit }), marksOfUnitPage({ ...keys, unit })] as const
}

/** 学员考勤：what each has attended of what was due until now, and how much may still be missed. */
export async function listAttendees(
  scene: DeliveryScene,
  {
    params,
    query,
    raw,
  }: { params: { id: string }; query: { limit: number; after?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const { tenant } = scene.store
  const keys = { cohort: params.id, after: query.after ?? '', limit: query.limit + 1 }
  const overseer = runs(scene, 'attendance.read', '')
  const [[cohort], sessions, found, marks] = await tenant.read(
    cohortById({ id: params.id }),
    sessionsWithFigures({ cohort: params.id }),
    ...readsFor(scene, keys, overseer),
  )
  if (!cohort) return refuse({ code: 'not-found' })
  const stranger = !overseer && !runs(scene, 'attendance.read', cohort.unitId)
  if (stranger && found.length === 0 && query.after === undefined) return refuse({ code: 'not-found' })
  const { rows, after } = pageOf(found, query.limit)
  const due = minutesDue(sessions)
  const past = dueSessions(sessions).filter(
    ({ state, endsAt }) => state === 'held' || compareInstants(endsAt, scene.now) <= 0,
  )
  const worth = new Map(past.map(({ id, minutes }) => [id, minutes]))
  const pastDue = past.reduce((sum, { minutes }) => sum + minutes, 0)
  const items = rows.map(({ homeSlug, schoolId: _, teacherId: __, ...person }) => {
    const own = marks.filter(({ enrolmentId }) => enrolmentId === person.id)
    const attended = own.reduce(
      (sum, { sessionId, minutes }) => sum + Math.min(minutes, worth.get(sessionId) ?? minutes),
      0,
    )
    const had = own.reduce((sum, { sessionId, minutes }) => sum + Math.min(minutes, worth.get(sessionId) ?? 0), 0)
    const missed = pastDue - had
    const spare = minutesToSpare({ due, attended: due - missed }, cohort.rules.absenceFrom)
    return {
      ...person,
      actions: [],
      guest: homeSlug !== '',
      ...{ due, attended, missed, spare },
      marks: own.map(({ sessionId, way, minutes }) => ({ sessionId, way, minutes })),
    }
  })
  return ok({ body: { items, next: nextLink(raw, after) } })
}
