import { callRoutes } from './calls.ts'
import { creditRoutes } from './credits.ts'
import { ethicsRoutes } from './ethics.ts'
import { flagshipRoutes } from './flagship.ts'
import { identityRoutes } from './identity.ts'
import { inboxRoutes } from './inbox.ts'
import { platformRoutes } from './platform.ts'
import { auditRoutes, provinceRoutes } from './province.ts'
import { qualityRoutes } from './quality.ts'
import { robotRoutes } from './robots.ts'
import type { Route } from './route.ts'
import { settingRoutes } from './settings.ts'
import { teacherRoutes } from './teachers.ts'
import { trainingRoutes } from './training.ts'
import { workbookRoutes } from './workbook.ts'

/** The whole contract. What is not in here does not exist. */
export const ROUTES = {
  ...platformRoutes,
  ...workbookRoutes,
  ...identityRoutes,
  ...teacherRoutes,
  ...ethicsRoutes,
  ...callRoutes,
  ...qualityRoutes,
  ...creditRoutes,
  ...trainingRoutes,
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
