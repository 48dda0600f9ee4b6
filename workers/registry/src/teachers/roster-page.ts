import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { nextLink } from '@shixun/http/page-link'

export type RosterQuery = { limit: number; after?: string | undefined; q?: string | undefined }

/** Sorts after every text that begins with the prefix. */
const LAST = '\u{10ffff}'

/** Parameters of a roster newest first. */
export function newestFirst({ after, limit }: RosterQuery) {
  return { after: after ?? NEWEST, limit: limit + 1 }
}

/** Where a search goes on: after a key `name~id`; null at its beginning, or for a key of another search. */
function placeOf(q: string, after: string | undefined): { name: string; id: string } | null {
  const cut = after?.lastIndexOf('~') ?? -1
  const name = after?.slice(0, Math.max(cut, 0)) ?? ''
  return after !== undefined && cut > 0 && name.includes(q) ? { name, id: after.slice(cut + 1) } : null
}

/** Parameters of a search by the beginning of the name, in the order of names. */
export function byPrefix(q: string, { after, limit }: RosterQuery) {
  const place = placeOf(q, after)
  const begun = place?.name.startsWith(q) ? place : { name: q, id: '' }
  return { ...begun, to: q + LAST, limit: limit + 1 }
}

/** Parameters of a search by any part of the name, in the order of names. */
export function byPart(q: string, { after, limit }: RosterQuery) {
  return { ...(placeOf(q, after) ?? { name: '', id: '' }), part: q, limit: limit + 1 }
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
