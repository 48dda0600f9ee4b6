import { sql } from 'drizzle-orm'

/** Placeholders every list shares: rows after this key (newest first), at most this many. */
export const AFTER = sql.placeholder('after')
export const LIMIT = sql.placeholder('limit')

/** The key that stands before every id in a list that begins with the newest. */
export const NEWEST = '~'

/** Cuts a page out of `limit + 1` rows: the surplus row only proves that there is more. */
export function pageOf<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
): { rows: Row[]; after: string | null } {
  const shown = rows.slice(0, limit)
  return { rows: shown, after: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}
