import type { Meter } from '@shixun/db/meter'
import { openTenant } from '@shixun/db/tenant/open'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { type Env, resolveEnv } from './env.ts'
import type { Store } from './store.ts'

/** Opens what a verb may touch in one district. A slot that is not bound or holds somebody else's database is a defect of the operator: 503, and an alarm in the log. */
export async function openStore(
  env: Env,
  district: DistrictRef,
  meter: Meter,
  wallMs: () => number,
): Promise<Result<Store, Refusal>> {
  const { tenants, secrets, robotHosts } = resolveEnv(env)
  const tenant = await openTenant(tenants, district, meter)
  if (!tenant.ok) {
    console.error(JSON.stringify({ level: 'alarm', alarm: tenant.refusal, district: district.id, slot: district.slot }))
    return refuse({ code: 'unavailable' })
  }
  return ok({
    tenant: tenant.value,
    objects: env.ATTACHMENTS,
    shelf: env.SHELF,
    workbooks: env.WORKBOOKS,
    archives: env.ARCHIVES,
    nudge: () => env.NUDGE.send({ slug: district.slug }),
    robots: { hosts: robotHosts, ring: () => env.ROBOTS.send({ slug: district.slug }), wallMs },
    secrets,
  })
}
