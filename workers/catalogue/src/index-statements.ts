import { type Statement, statement } from '@shixun/db/statement'
import { gramsOf } from '@shixun/domain/flagship/bigrams'
import { FACETS, facetToken } from '@shixun/domain/flagship/facet-token'
import { type ListingRow, listingCard } from './listing-card.ts'

/** A grade's listings stand before those of the next; within a grade the newest first. Room for 2^28 listings. */
const WEIGHT = { flagship: 3, reserve: 2, warned: 1, removed: 0 } as const
const GRADE_ROOM = 2 ** 28

/** The token every listing has, for a search that names nothing. */
export const ANY = 'any'

/**
 * Brings one listing's entry of the index to this version, in four statements of one batch. An entry that is as new
 * stays as it is, so that two who index at once cannot put the older over the newer.
 */
export function indexStatements(row: ListingRow): Statement[] {
  const { id, version } = row
  const card = listingCard(row)
  const shown = row.grade !== 'removed'
  const place = WEIGHT[row.grade] * GRADE_ROOM + row.seq
  const facets = FACETS.flatMap((facet) => (card[facet] === null ? [] : [facetToken(facet, card[facet])]))
  const body = [row.package.summary, row.originName].map((text) => gramsOf(text).join(' ')).join(' ')
  const absent = 'WHERE NOT EXISTS (SELECT 1 FROM listing_rows WHERE listing_id = ?)'
  const text = statement(
    `INSERT INTO listing_text (rowid, title, body, facets) SELECT CAST(? AS INTEGER), ?, ?, ? ${absent}`,
    place,
    gramsOf(row.title).join(' '),
    body,
    [ANY, ...facets].join(' '),
    id,
  )
  return [
    statement(
      'DELETE FROM listing_text WHERE rowid = (SELECT place FROM listing_rows WHERE listing_id = ? AND version < ? AND card IS NOT NULL)',
      id,
      version,
    ),
    statement('DELETE FROM listing_rows WHERE listing_id = ? AND version < ?', id, version),
    ...(shown ? [text] : []),
    statement(
      `INSERT INTO listing_rows (place, listing_id, version, card) SELECT CAST(? AS INTEGER), ?, ?, ? ${absent}`,
      place,
      id,
      version,
      shown ? JSON.stringify(card) : null,
      id,
    ),
  ]
}
