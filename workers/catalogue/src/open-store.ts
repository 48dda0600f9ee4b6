import { openDatabase } from '@shixun/db/database'
import type { Meter } from '@shixun/db/meter'
import type { Env } from './env.ts'
import type { Store } from './store.ts'

export function openStore(env: Env, meter: Meter): Store {
  return { catalogue: openDatabase(env.CATALOGUE, meter), search: openDatabase(env.SEARCH, meter) }
}
