import type { Binding } from '@shixun/db/binding'
import { type Migration, migrate } from '@shixun/db/migrate'
import identity from '../../../../migrations/tenant/0001_identity.sql'
import spine from '../../../../migrations/tenant/0002_spine.sql'

const TENANT_MIGRATIONS: readonly Migration[] = [
  { name: '0001_identity.sql', sql: identity },
  { name: '0002_spine.sql', sql: spine },
]

/** At most two trips a database, so 450 of them fit the query limit of one invocation. */
const AT_ONCE = 450

/** Brings every bound tenant database to the newest version; a second run changes nothing. */
export async function migrateSlots(
  tenants: Readonly<Record<string, Binding>>,
  now: string,
): Promise<{ slot: string; applied: string[] }[]> {
  const slots = Object.entries(tenants).slice(0, AT_ONCE)
  const done: { slot: string; applied: string[] }[] = []
  for (let start = 0; start < slots.length; start += 6)
    done.push(
      ...(await Promise.all(
        slots
          .slice(start, start + 6)
          .map(async ([slot, binding]) => ({ slot, applied: await migrate(binding, TENANT_MIGRATIONS, now) })),
      )),
    )
  return done
}
