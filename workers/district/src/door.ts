import '@shixun/contract/calls-field-problems'
import { inboxRoutes as ROUTES } from '@shixun/contract/inbox'
import { digestOf } from '@shixun/domain/inbox/digest'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok } from '@shixun/domain/shared/result'
import type { Passage } from '@shixun/http/passage'
import { serveRoutes } from '@shixun/http/serve'
import { serveTenantRoutes } from '@shixun/tenant/serve-tenant'
import { auditRoutes } from './audit/routes.ts'
import { callRoutes } from './calls/routes.ts'
import { type Env, resolveEnv } from './env.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import { flagshipRoutes } from './flagship/routes.ts'
import { digestCard } from './inbox/read-digest.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { openStore } from './open-store.ts'
import { planRoutes } from './plans/routes.ts'
import { type KeyStore, keyRoutes } from './province/read-keys.ts'
import { settingRoutes } from './settings/routes.ts'
import type { Store } from './store.ts'
import { trainingRoutes } from './training/routes.ts'

const serveTenant = serveTenantRoutes<Env, Store>(
  [
    ...callRoutes,
    ...trainingRoutes,
    ...planRoutes,
    ...inboxRoutes,
    ...settingRoutes,
    ...auditRoutes,
    ...flagshipRoutes,
    ...exchangeRoutes,
  ],
  openStore,
  Date.now,
)

/** The public keys belong to no district. */
const serveKeys = serveRoutes<Env, KeyStore>(keyRoutes, async ({ env }) =>
  ok({ store: { keys: resolveEnv(env).secrets.SIGNING_KEYS }, repeats: null }),
)

function emptyInbox(pathname: string, now: string): object | null {
  if (pathname === ROUTES.listTasks.path) return { items: [], next: null }
  return pathname === ROUTES.readDigest.path ? digestCard('', digestOf([], chinaDate(now), false)) : null
}

/** What comes in from the gateway. */
export function serve(
  request: Request,
  passage: Passage,
  env: Env,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  const { pathname } = new URL(request.url)
  // Operators and province officers belong to no district: their inbox is empty, not forbidden.
  if (passage.visitor.kind === 'person' && passage.district === null) {
    const empty = emptyInbox(pathname, passage.now)
    if (empty) return Promise.resolve(Response.json(empty, { headers: { 'cache-control': 'no-store' } }))
  }
  const keys = keyRoutes.some(({ route }) => route.path === pathname)
  return (keys ? serveKeys : serveTenant)(request, { env, passage, later })
}
