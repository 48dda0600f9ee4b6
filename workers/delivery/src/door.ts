import { firstAnswersOf } from '@shixun/db/repeats'
import { ok, refuse } from '@shixun/domain/shared/result'
import { exportList } from '@shixun/http/export-list'
import type { Passage } from '@shixun/http/passage'
import { serveRoutes } from '@shixun/http/serve'
import { journalExport } from '@shixun/tenant/journal-export'
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

const serveTenant = serveRoutes<Env, Store>(
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
  async ({ env, passage, meter }) => {
    if (passage.district === null) return refuse({ code: 'not-found' })
    const store = await openStore(env, passage.district, meter, Date.now)
    if (!store.ok) return store
    const exporter = { exportList, workbooks: store.value.workbooks, journal: journalExport }
    return ok({ store: store.value, repeats: firstAnswersOf(store.value.tenant), exporter })
  },
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
