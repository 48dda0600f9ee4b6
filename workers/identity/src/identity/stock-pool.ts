import type { Database } from '@shixun/db/database'
import { poolFigures } from '@shixun/db/directory/districts'
import { statement } from '@shixun/db/statement'
import { POOL_MARK } from './sign-up-district.ts'

/** Lists migrated databases as free; those that are known already stay as they are. */
export async function stockPool(
  directory: Database,
  slots: readonly string[],
): Promise<{ total: number; free: number; low: boolean }> {
  await directory.write([
    statement(
      'INSERT OR IGNORE INTO slots (slot, schema_version) SELECT value, 1 FROM json_each(?)',
      JSON.stringify(slots),
    ),
  ])
  const [[figures]] = await directory.read(poolFigures())
  const { total = 0, free = 0 } = figures ?? {}
  return { total, free, low: free <= POOL_MARK }
}
