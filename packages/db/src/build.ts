import { drizzle } from 'drizzle-orm/sqlite-proxy'

/** Builds queries and runs none: `reading` compiles what it builds, and only a `Database` runs it. */
export const build = drizzle(async () => ({ rows: [] }))
