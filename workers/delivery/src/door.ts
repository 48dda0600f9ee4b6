import '@shixun/contract/classes-field-problems'
import type { Passage } from '@shixun/http/passage'
import { serveTenantRoutes } from '@shixun/tenant/serve-tenant'
import { attendanceRoutes } from './delivery/attendance-routes.ts'
import { cohortRoutes } from './delivery/cohort-routes.ts'
import { enrolmentRoutes } from './delivery/enrolment-routes.ts'
import { followUpRoutes } from './delivery/follow-up-routes.ts'
import { hoursClaimRoutes } from './delivery/hours-claim-routes.ts'
import { ledgerRoutes } from './delivery/ledger-routes.ts'
import type { Env } from './env.ts'
import { offerRoutes } from './exchange/routes.ts'
import { openStore } from './open-store.ts'
import type { Store } from './store.ts'
import { surveyRoutes } from './surveys/routes.ts'

const serveTenant = serveTenantRoutes<Env, Store>(
  [
    ...offerRoutes,
    ...cohortRoutes,
    ...attendanceRoutes,
    ...hoursClaimRoutes,
    ...ledgerRoutes,
    ...enrolmentRoutes,
    ...followUpRoutes,
    ...surveyRoutes,
  ],
  openStore,
  Date.now,
)

/** What comes in from the gateway. */
export function serve(
  request: Request,
  passage: Passage,
  env: Env,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  return serveTenant(request, { env, passage, later })
}
