import { attendanceRoutes as ROUTES } from '@shixun/contract/attendance'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { checkIn } from './check-in.ts'
import { concludeCohort } from './conclude-cohort.ts'
import { handInEvidence } from './hand-in-evidence.ts'
import { importAttendance } from './import-attendance.ts'
import { listAttendees } from './list-attendees.ts'
import { listSessionAttendance } from './list-session-attendance.ts'
import { markAttendance } from './mark-attendance.ts'
import { readAttendance } from './read-attendance.ts'
import { readAttendanceEvidence } from './read-attendance-evidence.ts'
import { readCheckInCodes } from './read-check-in-codes.ts'
import { readConclusion } from './read-conclusion.ts'
import { settleAttendance } from './settle-attendance.ts'

export const attendanceRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.readAttendance, readAttendance),
  bind(ROUTES.listAttendees, listAttendees),
  bind(ROUTES.listSessionAttendance, listSessionAttendance),
  bind(ROUTES.readCheckInCodes, readCheckInCodes),
  bind(ROUTES.checkIn, checkIn),
  bind(ROUTES.markAttendance, markAttendance),
  bind(ROUTES.importAttendance, importAttendance),
  bind(ROUTES.settleAttendance, settleAttendance),
  bind(ROUTES.readAttendanceEvidence, readAttendanceEvidence),
  bind(ROUTES.handInEvidence, handInEvidence),
  bind(ROUTES.readConclusion, readConclusion),
  bind(ROUTES.concludeCohort, concludeCohort),
]
