import { QueryBuilder } from 'drizzle-orm/sqlite-core/query-builders/query-builder'

/** Builds queries and runs none: `reading` compiles what it builds, and only a `Database` runs it. */
export const build = new QueryBuilder()
