import { firstAnswersOf } from '@shixun/db/repeats'
import { ok, refuse } from '@shixun/domain/shared/result'
import { exportList } from '@shixun/http/export-list'
import type { Passage } from '@shixun/http/passage'
import { serveRoutes } from '@shixun/http/serve'
import { journalExport } from '@shixun/tenant/journal-export'
import { openTenantSlot } from '@shixun/tenant/open-tenant-slot'
import { certificateRoutes } from './credits/certificate-routes.ts'
import { policyRoutes } from './credits/policy-routes.ts'
import { publicCertificateRoutes } from './credits/public-routes.ts'
import type { PublicStore } from './credits/show-certificate.ts'
import { trialRoutes } from './credits/trial-routes.ts'
import { type Env, resolveEnv } from './env.ts'
import { openStore } from './open-store.ts'
import { robotRoutes } from './robots/routes.ts'
import type { Store } from './store.ts'
import { teacherRoutes } from './teachers/routes.ts'

const serveTenant = serveRoutes<Env, Store>(
  [...teacherRoutes, ...policyRoutes, ...robotRoutes, ...certificateRoutes],
  async ({ env, passage, meter }) => {
    if (passage.district === null) return refuse({ code: 'not-found' })
    const store = await openStore(env, passage.district, meter, Date.now)
    if (!store.ok) return store
    const exporter = { exportList, workbooks: store.value.workbooks, journal: journalExport }
    return ok({ store: store.value, repeats: firstAnswersOf(store.value.tenant), exporter })
  },
)

/** A trial belongs to no district. */
const serveTrial = serveRoutes<Env, null>(trialRoutes, async () => ok({ store: null, repeats: null }))

/** Anybody's look at a certificate opens a database only once its signature holds. */
const servePublic = serveRoutes<Env, PublicStore>(publicCertificateRoutes, async ({ env, passage, meter }) => {
  const { tenants, secrets } = resolveEnv(env)
  const { district } = passage
  const open = district === null ? null : () => openTenantSlot(tenants, district, meter)
  return ok({ store: { keys: secrets.CERTIFICATE_KEYS, open }, repeats: null })
})

function doorOf(pathname: string) {
  if (!pathname.startsWith('/api/')) return servePublic
  return trialRoutes.some(({ route }) => route.path === pathname) ? serveTrial : serveTenant
}

/** What comes in from the gateway. */
export function serve(
  request: Request,
  passage: Passage,
  env: Env,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  return doorOf(new URL(request.url).pathname)(request, { env, passage, later })
}
