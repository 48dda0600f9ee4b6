import { and, eq, sql } from 'drizzle-orm'
import { build } from './build.ts'
import { reading } from './statement.ts'
import { idempotency } from './tenant/schema/house.ts'

/** The stored answer of an idempotency key; keys belong to one account. */
export const repeatOf = reading(
  build
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.actor, sql.placeholder('actor')), eq(idempotency.key, sql.placeholder('key')))),
)
