import type { Meter } from '@shixun/db/meter'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result } from '@shixun/domain/shared/result'
import { openTenantSlot } from '@shixun/tenant/open-tenant-slot'
import { type Env, tenantsOf } from './env.ts'
import type { Store } from './store.ts'

/** Opens what a verb may touch in one district. */
export async function openStore(env: Env, district: DistrictRef, meter: Meter): Promise<Result<Store, Refusal>> {
  const tenant = await openTenantSlot(tenantsOf(env), district, meter)
  if (!tenant.ok) return tenant
  return ok({ tenant: tenant.value, objects: env.ATTACHMENTS, workbooks: env.WORKBOOKS, cleaner: env.CLEANER })
}
