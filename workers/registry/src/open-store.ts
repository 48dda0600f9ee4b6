import type { Meter } from '@shixun/db/meter'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result } from '@shixun/domain/shared/result'
import { openTenantSlot } from '@shixun/tenant/open-tenant-slot'
import { type Env, resolveEnv } from './env.ts'
import type { Store } from './store.ts'

/** Opens what a verb may touch in one district. */
export async function openStore(
  env: Env,
  district: DistrictRef,
  meter: Meter,
  wallMs: () => number,
): Promise<Result<Store, Refusal>> {
  const { tenants, secrets, robotHosts } = resolveEnv(env)
  const tenant = await openTenantSlot(tenants, district, meter)
  if (!tenant.ok) return tenant
  return ok({
    tenant: tenant.value,
    workbooks: env.WORKBOOKS,
    nudge: () => env.NUDGE.send({ slug: district.slug }),
    robots: { hosts: robotHosts, ring: () => env.ROBOTS.send({ slug: district.slug }), wallMs },
    secrets,
  })
}
