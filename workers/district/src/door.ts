import { ok, refuse } from '@shixun/domain/shared/result'
import type { Passage } from '@shixun/http/passage'
import { serveRoutes } from '@shixun/http/serve'
import { callRoutes } from './calls/routes.ts'
import type { Env } from './env.ts'
import { openStore } from './open-store.ts'
import { qualityRoutes } from './quality/routes.ts'
import type { Store } from './store.ts'
import { trainingRoutes } from './training/routes.ts'

const serveTenant = serveRoutes<Env, Store>(
  [...callRoutes, ...trainingRoutes, ...qualityRoutes],
  async ({ env, passage, meter }) => {
    if (passage.district === null)
      return refuse({ code: passage.visitor.kind === 'person' ? 'forbidden' : 'not-found' })
    const store = await openStore(env, passage.district, meter)
    return store.ok ? ok({ store: store.value, repeats: store.value.tenant }) : store
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
