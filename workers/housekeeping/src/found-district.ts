import type { Binding } from '@shixun/db/binding'
import { foundTenant } from '@shixun/db/tenant/found'
import type { DistrictRef } from '@shixun/domain/identity/visitor'

/** Gives a claimed database to its district; false when the slot is not bound or belongs to another. */
export async function foundDistrict(
  tenants: Readonly<Record<string, Binding>>,
  ref: DistrictRef,
  now: string,
): Promise<boolean> {
  const binding = tenants[ref.slot]
  return binding ? foundTenant(binding, ref, now) : false
}
