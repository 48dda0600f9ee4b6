import { platformRoutes as ROUTES } from '@shixun/contract/platform'
import type { Database } from '@shixun/db/database'
import { DEMO_CLOCK, instantOf } from '@shixun/db/directory/clock'
import { statement } from '@shixun/db/statement'
import { ok, refuse } from '@shixun/domain/shared/result'
import { type Bound, bind } from '@shixun/http/bind'
import type { Env } from './env.ts'

export type GatewayStore = {
  directory: Database
  assets: Env['ASSETS']
  demonstration: string | null
  version: string
  wallMs: number
}

const DAY_MS = 86_400_000
/** The demonstration's time ends here: later instants fit no form of the product. */
const LATEST_MS = Date.UTC(2100, 0, 1)

/** The demonstration's own routes. Outside it they answer like any unknown address. */
export const demoRoutes: readonly Bound<GatewayStore>[] = [
  bind(ROUTES.readDemo, async ({ store }) =>
    store.demonstration ? ok({ body: JSON.parse(store.demonstration) }) : refuse({ code: 'not-found' }),
  ),
  bind(ROUTES.readDemoClock, async ({ store, now }) =>
    store.demonstration
      ? ok({ body: { now, real: instantOf(store.wallMs, undefined) } })
      : refuse({ code: 'not-found' }),
  ),
  bind(ROUTES.moveDemoClock, async ({ store, now }, { body }) => {
    if (!store.demonstration) return refuse({ code: 'not-found' })
    const target = 'now' in body ? Date.parse(body.now) : Date.parse(now) + body.advanceDays * DAY_MS
    if (target > LATEST_MS)
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/now', problem: 'too_large', limit: '2100-01-01' }] })
    if (target < Date.parse(now)) return refuse({ code: 'clock-backwards', facts: { now } })
    const offset = target - store.wallMs
    await store.directory.write([
      statement(
        'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        DEMO_CLOCK,
        String(offset),
      ),
    ])
    return ok({ body: { now: instantOf(store.wallMs, String(offset)), real: instantOf(store.wallMs, undefined) } })
  }),
]
