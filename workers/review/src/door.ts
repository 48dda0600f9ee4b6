import type { Passage } from '@shixun/http/passage'
import { serveTenantRoutes } from '@shixun/tenant/serve-tenant'
import type { Env } from './env.ts'
import { openStore } from './open-store.ts'
import { assessmentRoutes } from './quality/assessments/assessment-routes.ts'
import { documentRoutes } from './quality/blindness/document-routes.ts'
import { conflictRoutes } from './quality/conflicts/conflict-routes.ts'
import { evaluationRoutes } from './quality/evaluations/evaluation-routes.ts'
import { inspectionRoutes } from './quality/inspections/inspection-routes.ts'
import { qualityRoutes } from './quality/routes.ts'
import { sheetRoutes } from './quality/scoring/sheet-routes.ts'
import type { Store } from './store.ts'

const serveTenant = serveTenantRoutes<Env, Store>(
  [
    ...qualityRoutes,
    ...documentRoutes,
    ...assessmentRoutes,
    ...evaluationRoutes,
    ...conflictRoutes,
    ...sheetRoutes,
    ...inspectionRoutes,
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
