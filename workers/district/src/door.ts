import { trainingRoutes as ROUTES } from '@shixun/contract/training'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Passage } from '@shixun/http/passage'
import { serveRoutes } from '@shixun/http/serve'
import { auditRoutes } from './audit/routes.ts'
import { callRoutes } from './calls/routes.ts'
import { type Env, resolveEnv } from './env.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import { flagshipRoutes } from './flagship/routes.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { openStore } from './open-store.ts'
import { planRoutes } from './plans/routes.ts'
import { type KeyStore, keyRoutes } from './province/read-keys.ts'
import { qualityRoutes } from './quality/routes.ts'
import type { Store } from './store.ts'
import { teacherRoutes } from './teachers/routes.ts'
import { trainingRoutes } from './training/routes.ts'

const serveTenant = serveRoutes<Env, Store>(
  [
    ...callRoutes,
    ...trainingRoutes,
    ...qualityRoutes,
    ...teacherRoutes,
    ...planRoutes,
    ...inboxRoutes,
    ...auditRoutes,
    ...flagshipRoutes,
    ...exchangeRoutes,
  ],
  async ({ env, passage, meter }) => {
    if (passage.district === null) return refuse({ code: 'not-found' })
    const store = await openStore(env, passage.district, meter)
    return store.ok ? ok({ store: store.value, repeats: store.value.tenant }) : store
  },
)

/** The public keys belong to no district. */
const serveKeys = serveRoutes<Env, KeyStore>(keyRoutes, async ({ env }) =>
  ok({ store: { keys: resolveEnv(env).secrets.SIGNING_KEYS }, repeats: null }),
)

/** What comes in from the gateway. */
export function serve(
  request: Request,
  passage: Passage,
  env: Env,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  const { pathname } = new URL(request.url)
  // Operators and province officers belong to no district: their inbox is empty, not forbidden.
  if (pathname === ROUTES.listTasks.path && passage.visitor.kind === 'person' && passage.district === null)
    return Promise.resolve(Response.json({ items: [], next: null }, { headers: { 'cache-control': 'no-store' } }))
  const keys = keyRoutes.some(({ route }) => route.path === pathname)
  return (keys ? serveKeys : serveTenant)(request, { env, passage, later })
}
