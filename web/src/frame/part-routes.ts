import type { PartRoute } from '../lazy-page.tsx'
import { auditRoutes } from '../parts/audit/routes.tsx'
import { callsRoutes } from '../parts/calls/routes.tsx'
import { creditsRoutes } from '../parts/credits/routes.tsx'
import { flagshipRoutes } from '../parts/flagship/routes.tsx'
import { identityRoutes } from '../parts/identity/routes.tsx'
import { moneyRoutes } from '../parts/money/routes.tsx'
import { plansRoutes } from '../parts/plans/routes.tsx'
import { provinceRoutes } from '../parts/province/routes.tsx'
import { qualityRoutes } from '../parts/quality/routes.tsx'
import { robotsRoutes } from '../parts/robots/routes.tsx'
import { settingsRoutes } from '../parts/settings/routes.tsx'
import { teachersRoutes } from '../parts/teachers/routes.tsx'
import { trainingRoutes } from '../parts/training/routes.tsx'

/** Every page behind the sign-in. A fixed segment stands before a parameter: the first match is shown. */
export const partRoutes: readonly PartRoute[] = [
  ...trainingRoutes,
  ...identityRoutes,
  ...teachersRoutes,
  ...callsRoutes,
  ...qualityRoutes,
  ...creditsRoutes,
  ...flagshipRoutes,
  ...moneyRoutes,
  ...plansRoutes,
  ...provinceRoutes,
  ...robotsRoutes,
  ...settingsRoutes,
  ...auditRoutes,
]
