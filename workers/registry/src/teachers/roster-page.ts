import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { nextLink } from '@shixun/http/page-link'

export type RosterQuery = { limit: number; after?: string | undefined; q?: string | undefined }

/** Sorts after every text that begins with the prefix. */
const LAST = '\u{10ffff}'

/** Parameters of a roster newest first. */
export function newestFirst({ after, limit }: RosterQuery) {
  return { after: after ?? NEWEST, limit: limit + 1 }
}

/** Parameters of a search by the beginning of the name: in the order of names, after a key `name~id`. */
export function byPrefix(q: string, { after, limit }: RosterQuery) {
  const cut = after?.lastIndexOf('~') ?? -1
  const begun = after !== undefined && cut > 0 && after.startsWith(q)
  return {
    name: begun ? after.slice(0, cut) : q,
    id: begun ? after.slice(cut + 1) : '',
    to: q + LAST,
    limit: limit + 1,
  }
}

type Named = { id: string; name: string }

/** A page of a roster as it goes out, with the key that its order needs. */
export function rosterPage<Row extends Named, Card>(
  found: readonly Row[],
  query: RosterQuery,
  raw: Request,
  card: (row: Row) => Card,
): { items: Card[]; next: string | null } {
  const { rows, after } = pageOf(found, query.limit)
  const last = rows.at(-1)
  const key = after !== null && query.q && last ? `${last.name}~${last.id}` : after
  return { items: rows.map(card), next: nextLink(raw, key) }
}
