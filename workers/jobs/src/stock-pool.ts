import type { Env } from './env.ts'

/**
 * Each hour: every bound tenant database is brought to the newest version and listed in the pool; few free ones are an
 * alarm. A run that is cut short goes on with the next one: what is migrated stays.
 */
export async function stockPool({ HOUSEKEEPING, ROSTER }: Pick<Env, 'HOUSEKEEPING' | 'ROSTER'>): Promise<void> {
  let after: string | null = null
  do {
    const now = await ROSTER.clock()
    const round: Awaited<ReturnType<Env['HOUSEKEEPING']['migrateSlots']>> = await HOUSEKEEPING.migrateSlots(after, now)
    const pool = await ROSTER.stockPool(round.slots)
    if (pool.low)
      console.error(JSON.stringify({ level: 'alarm', alarm: 'pool-low', free: pool.free, total: pool.total }))
    after = round.next
  } while (after !== null)
}
