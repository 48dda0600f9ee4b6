import { sessionsWithFigures } from '@shixun/db/tenant/attendance'
import { cohortById } from '@shixun/db/tenant/cohorts'
import { hoursClaimPageOfCohort } from '@shixun/db/tenant/hours-claims'
import { settingByKey } from '@shixun/db/tenant/house'
import { NEWEST } from '@shixun/db/tenant/paging'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { attendanceSession } from './attendance-card.ts'
import { ATTENDANCE, attendanceRulesOf } from './attendance-rules.ts'
import { runs } from './load-session.ts'

/** Claims that are told by number; more than so many wait is all that a page needs to know. */
const TOLD = 200

/** 班次考勤：the timetable with how many were present, from figures that every entry keeps. */
export async function readAttendance(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[cohort], sessions, claims, [setting]] = await scene.store.tenant.read(
    cohortById({ id: params.id }),
    sessionsWithFigures({ cohort: params.id }),
    hoursClaimPageOfCohort({ cohort: params.id, state: 'pending', after: NEWEST, limit: TOLD }),
    settingByKey({ key: ATTENDANCE }),
  )
  if (!cohort || !runs(scene, 'attendance_sheet.read', cohort.unitId)) return refuse({ code: 'not-found' })
  const { id, title, state, taken, minutes } = cohort
  return ok({
    body: {
      ...{ id, title, state, taken, minutes, absenceFrom: cohort.rules.absenceFrom, claims: claims.length },
      rules: attendanceRulesOf(setting?.value),
      sessions: sessions.map((row) => attendanceSession(scene, { ...row, cohortState: state })),
    },
  })
}
