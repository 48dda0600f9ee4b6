import type { Binding } from '@shixun/db/binding'
import type { Meter } from '@shixun/db/meter'
import { openTenant, type Tenant } from '@shixun/db/tenant/open'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { type Result, refuse } from '@shixun/domain/shared/result'

/** Opens a district's database. A slot that is not bound or holds somebody else's database is a defect of the operator: 503, and an alarm in the log. */
export async function openTenantSlot(
  slots: Readonly<Record<string, Binding>>,
  district: DistrictRef,
  meter: Meter,
): Promise<Result<Tenant, Refusal>> {
  const tenant = await openTenant(slots, district, meter)
  if (tenant.ok) return tenant
  console.error(JSON.stringify({ level: 'alarm', alarm: tenant.refusal, district: district.id, slot: district.slot }))
  return refuse({ code: 'unavailable' })
}
