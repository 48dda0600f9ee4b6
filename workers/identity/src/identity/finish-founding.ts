import { commit } from '@shixun/db/commit'
import type { Database } from '@shixun/db/database'
import { districts } from '@shixun/db/directory/schema'
import { updateSeen } from '@shixun/db/statement'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { TenantsDoor } from '../env.ts'

async function foundTenant(tenants: TenantsDoor, ref: DistrictRef, now: string): Promise<boolean> {
  try {
    return await tenants.found(ref, now)
  } catch (error) {
    console.warn(
      JSON.stringify({
        level: 'alarm',
        alarm: 'founding-failed',
        district: ref.id,
        slot: ref.slot,
        error: String(error),
      }),
    )
    return false
  }
}

/**
 * Gives a claimed database to its district and lets people in. It may be repeated: by the same sign-up, or by the
 * sweep after a sign-up that broke between its claim and here.
 */
export async function finishFounding(
  house: { directory: Database; tenants: TenantsDoor },
  ref: DistrictRef,
  when: { now: string; requestId: string },
): Promise<boolean> {
  if (!(await foundTenant(house.tenants, ref, when.now))) return false
  const refusal = await commit(
    house.directory,
    { actor: 'job/founding', ...when, repeat: null },
    [{ entity: ref.id, version: 2, verb: 'found', before: { state: 'founding' }, after: { state: 'live' } }],
    [updateSeen(districts, { id: ref.id, version: 1 }, { state: 'live' })],
    null,
  )
  return refusal === null || refusal.kind === 'stale'
}
