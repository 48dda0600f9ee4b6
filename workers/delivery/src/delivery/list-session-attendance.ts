import { rosterOfSession, sessionWithCohort } from '@shixun/db/tenant/attendance'
import { pageOf } from '@shixun/db/tenant/paging'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { refuseEntering } from './enter-marks.ts'
import { runs } from './load-session.ts'

/** 签到情况：the roster of a session with what is entered for each. */
export async function listSessionAttendance(
  scene: DeliveryScene,
  {
    params,
    query,
    raw,
  }: { params: { id: string }; query: { limit: number; after?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const keys = { session: params.id, after: query.after ?? '', limit: query.limit + 1 }
  const [[session], found] = await scene.store.tenant.read(sessionWithCohort({ id: params.id }), rosterOfSession(keys))
  if (!session || !runs(scene, 'attendance_sheet.read', session.unitId)) return refuse({ code: 'not-found' })
  const { rows, after } = pageOf(found, query.limit)
  const actions = runs(scene, 'attendance.write', session.unitId) && !refuseEntering(scene, session) ? ['enter'] : []
  const items = rows.map(({ id, version, name, schoolName, homeSlug, way, minutes, at, markReason, evidence }) => ({
    ...{ id, version, actions, name, schoolName, guest: homeSlug !== '' },
    ...{ way, minutes, at, reason: markReason, evidence: evidence ?? [] },
  }))
  return ok({ body: { items, next: nextLink(raw, after) } })
}
