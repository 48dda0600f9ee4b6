import { attendanceRoutes } from './attendance.ts'
import { callRoutes } from './calls.ts'
import { certificateRoutes } from './certificates.ts'
import { cohortRoutes } from './cohorts.ts'
import { creditRoutes } from './credits.ts'
import { enrolmentRoutes } from './enrolments.ts'
import { ethicsRoutes } from './ethics.ts'
import { flagshipRoutes } from './flagship.ts'
import { followUpRoutes } from './follow-ups.ts'
import { hoursClaimRoutes } from './hours-claims.ts'
import { identityRoutes } from './identity.ts'
import { inboxRoutes } from './inbox.ts'
import { ledgerRoutes } from './ledger.ts'
import { offerRoutes } from './offers.ts'
import { panelTrialRoutes } from './panel-trial.ts'
import { platformRoutes } from './platform.ts'
import { policyRoutes } from './policies.ts'
import { auditRoutes, provinceRoutes } from './province.ts'
import { qualityRoutes } from './quality.ts'
import { recomputationRoutes } from './recomputations.ts'
import { robotRoutes } from './robots.ts'
import { rosterImportRoutes } from './roster-imports.ts'
import type { Route } from './route.ts'
import { settingRoutes } from './settings.ts'
import { simulationRoutes } from './simulations.ts'
import { standingRoutes } from './standings.ts'
import { surveyRoutes } from './surveys.ts'
import { teacherRecordRoutes } from './teacher-records.ts'
import { teacherRoutes } from './teachers.ts'
import { trainingRoutes } from './training.ts'
import { transcriptRoutes } from './transcripts.ts'
import { transferRoutes } from './transfers.ts'
import { workbookRoutes } from './workbook.ts'

/** The whole contract. What is not in here does not exist. */
export const ROUTES = {
  ...platformRoutes,
  ...workbookRoutes,
  ...identityRoutes,
  ...teacherRoutes,
  ...teacherRecordRoutes,
  ...rosterImportRoutes,
  ...transferRoutes,
  ...ethicsRoutes,
  ...enrolmentRoutes,
  ...callRoutes,
  ...qualityRoutes,
  ...panelTrialRoutes,
  ...creditRoutes,
  ...policyRoutes,
  ...recomputationRoutes,
  ...simulationRoutes,
  ...standingRoutes,
  ...transcriptRoutes,
  ...certificateRoutes,
  ...trainingRoutes,
  ...cohortRoutes,
  ...attendanceRoutes,
  ...hoursClaimRoutes,
  ...ledgerRoutes,
  ...surveyRoutes,
  ...followUpRoutes,
  ...offerRoutes,
  ...settingRoutes,
  ...inboxRoutes,
  ...robotRoutes,
  ...flagshipRoutes,
  ...provinceRoutes,
  ...auditRoutes,
} satisfies Record<string, Route>

export type Routes = typeof ROUTES
export type RouteId = keyof Routes

export const ALL_ROUTES: readonly Route[] = Object.values(ROUTES)
