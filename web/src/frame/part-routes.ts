import type { PartRoute } from '../lazy-page.tsx'
import { auditRoutes } from '../parts/audit/routes.tsx'
import { callsRoutes } from '../parts/calls/routes.tsx'
import { ledgerRoutes } from '../parts/credits/ledger-routes.tsx'
import { creditsRoutes } from '../parts/credits/routes.tsx'
import { hoursRoutes } from '../parts/delivery/hours-routes.tsx'
import { nominationRoutes } from '../parts/delivery/nomination-routes.tsx'
import { deliveryRoutes } from '../parts/delivery/routes.tsx'
import { exchangeRoutes } from '../parts/exchange/routes.tsx'
import { flagshipRoutes } from '../parts/flagship/routes.tsx'
import { identityRoutes } from '../parts/identity/routes.tsx'
import { moneyRoutes } from '../parts/money/routes.tsx'
import { plansRoutes } from '../parts/plans/routes.tsx'
import { provinceRoutes } from '../parts/province/routes.tsx'
import { qualityRoutes } from '../parts/quality/routes.tsx'
import { robotsRoutes } from '../parts/robots/routes.tsx'
import { settingsRoutes } from '../parts/settings/routes.tsx'
import { surveysRoutes } from '../parts/surveys/routes.tsx'
import { teachersRoutes } from '../parts/teachers/routes.tsx'
import { trainingRoutes } from '../parts/training/routes.tsx'

/** Every page behind the sign-in. A fixed segment stands before a parameter: the first match is shown. */
export const partRoutes: readonly PartRoute[] = [
  ...trainingRoutes,
  ...deliveryRoutes,
  ...identityRoutes,
  ...teachersRoutes,
  ...callsRoutes,
  ...qualityRoutes,
  ...creditsRoutes,
  ...ledgerRoutes,
  ...exchangeRoutes,
  ...nominationRoutes,
  ...hoursRoutes,
  ...flagshipRoutes,
  ...moneyRoutes,
  ...plansRoutes,
  ...provinceRoutes,
  ...robotsRoutes,
  ...surveysRoutes,
  ...settingsRoutes,
  ...auditRoutes,
]
