import type { Meter } from '@shixun/db/meter'
import { firstAnswersOf } from '@shixun/db/repeats'
import type { Tenant } from '@shixun/db/tenant/open'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { Bound } from '@shixun/http/bind'
import type { WorkbooksDoor } from '@shixun/http/documents'
import { exportList } from '@shixun/http/export-list'
import { type Serve, serveRoutes } from '@shixun/http/serve'
import { guardRoutes } from './conflict-guard.ts'
import { journalExport } from './journal-export.ts'

type OpenStore<Env, Store> = (
  env: Env,
  district: DistrictRef,
  meter: Meter,
  wallMs: () => number,
) => Promise<Result<Store, Refusal>>

/** The door to the routes of a district: each request opens its database, nobody decides on what binds them, and lists leave as files. */
export function serveTenantRoutes<Env, Store extends { tenant: Tenant; workbooks: WorkbooksDoor }>(
  routes: readonly Bound<Store>[],
  openStore: OpenStore<Env, Store>,
  wallMs: () => number,
): Serve<Env> {
  return serveRoutes(guardRoutes(routes), async ({ env, passage, meter }) => {
    if (passage.district === null) return refuse({ code: 'not-found' })
    const store = await openStore(env, passage.district, meter, wallMs)
    if (!store.ok) return store
    const exporter = { exportList, workbooks: store.value.workbooks, journal: journalExport }
    return ok({ store: store.value, repeats: firstAnswersOf(store.value.tenant), exporter })
  })
}
