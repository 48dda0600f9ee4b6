import { WorkerEntrypoint } from 'cloudflare:workers'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { slotsOf } from '@shixun/tenant/slots'
import { foundDistrict } from './found-district.ts'
import { migrateSlots } from './migrate-slots.ts'
import { type UnitAsked, unitNames } from './unit-names.ts'

/** What this worker holds: the tenant databases `T_0001`, `T_0002` and so on. No key, no object, no other worker. */
type Env = Readonly<Record<string, unknown>>

/** What keeps the tenant databases in order: founding and migration. */
export class Housekeeping extends WorkerEntrypoint<Env> {
  found(ref: DistrictRef, now: string): Promise<boolean> {
    return foundDistrict(slotsOf(this.env), ref, now)
  }

  migrateSlots(after: string | null, now: string): Promise<{ slots: string[]; next: string | null }> {
    return migrateSlots(slotsOf(this.env), after, now)
  }

  /** Names of the rows that roles stand for, null where there is none: the identity worker sees no more of a tenant. */
  unitNames(ref: DistrictRef, asked: UnitAsked[]): Promise<(string | null)[]> {
    return unitNames(slotsOf(this.env), ref, asked)
  }
}

export default { fetch: () => new Response(null, { status: 404 }) }
