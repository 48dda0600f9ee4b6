import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { Binding } from '../binding.ts'
import { build } from '../build.ts'
import { type Database, openDatabase } from '../database.ts'
import type { Meter } from '../meter.ts'
import { reading } from '../statement.ts'
import { district } from './schema/house.ts'

/** A handle to one district's database. Holding it is the permission: no query names a district. */
export type Tenant = Database & { district: DistrictRef }

const whose = reading(build.select({ id: district.id, epoch: district.epoch }).from(district).limit(1))

const verified = new WeakMap<Binding, string>()

/**
 * Turns a district into a handle; the only place that does. A slot that is not bound, or a database that carries
 * another district's identity row (or none), is refused.
 */
export async function openTenant(
  bindings: Readonly<Record<string, Binding | undefined>>,
  ref: DistrictRef,
  meter: Meter,
): Promise<Result<Tenant, 'not-bound' | 'foreign-database'>> {
  const binding = bindings[ref.slot]
  if (!binding) return refuse('not-bound')
  const database = openDatabase(binding, meter)
  if (verified.get(binding) !== ref.id) {
    const [[row]] = await database.read(whose())
    if (row?.id !== ref.id) return refuse('foreign-database')
    verified.set(binding, ref.id)
  }
  return ok({ ...database, district: ref })
}
