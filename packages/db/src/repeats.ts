import { and, eq, sql } from 'drizzle-orm'
import { build } from './build.ts'
import type { Reader } from './database.ts'
import { reading } from './statement.ts'
import { idempotency } from './tenant/schema/house.ts'

/** The stored answer of an idempotency key; keys belong to one account. */
export const repeatOf = reading(
  build
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.actor, sql.placeholder('actor')), eq(idempotency.key, sql.placeholder('key')))),
)

type FirstAnswer = ReturnType<ReturnType<typeof repeatOf>['decode']>
/** Looks up what an idempotency key was answered first. */
export type FirstAnswers = (repeat: { actor: string; key: string }) => Promise<FirstAnswer | undefined>

export function firstAnswersOf(reader: Reader): FirstAnswers {
  return async ({ actor, key }) => (await reader.read(repeatOf({ actor, key })))[0][0]
}
