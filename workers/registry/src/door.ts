import '@shixun/contract/people-field-problems'
import { ok } from '@shixun/domain/shared/result'
import type { Passage } from '@shixun/http/passage'
import { serveRoutes } from '@shixun/http/serve'
import { openTenantSlot } from '@shixun/tenant/open-tenant-slot'
import { serveTenantRoutes } from '@shixun/tenant/serve-tenant'
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

const serveTenant = serveTenantRoutes<Env, Store>(
  [...teacherRoutes, ...policyRoutes, ...robotRoutes, ...certificateRoutes],
  openStore,
  Date.now,
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
