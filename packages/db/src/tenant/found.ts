import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Binding } from '../binding.ts'
import { openDatabase } from '../database.ts'
import { newMeter } from '../meter.ts'
import { statement } from '../statement.ts'

/** Writes the identity row of a claimed database. Repeating it for the same district changes nothing; another district's is refused by the key. */
export async function foundTenant(binding: Binding, ref: DistrictRef, now: string): Promise<boolean> {
  const refusal = await openDatabase(binding, newMeter()).write([
    statement(
      `INSERT INTO district (one, id, slug, name, kind, division, epoch, founded_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (one) DO UPDATE SET name = excluded.name WHERE district.id = excluded.id`,
      ref.id,
      ref.slug,
      ref.name,
      ref.kind,
      ref.division,
      ref.epoch,
      now,
    ),
    {
      sql: `INSERT INTO assertion (name, holds) SELECT 'foreign-database', (SELECT id FROM district) = ?`,
      params: [ref.id],
    },
  ])
  return refusal === null
}
