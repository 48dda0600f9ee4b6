import { listingsFrom } from '@shixun/db/catalogue/listings'
import { searchState } from '@shixun/db/search/hits'
import { type Statement, statement } from '@shixun/db/statement'
import { indexStatements } from './index-statements.ts'
import type { Store } from './store.ts'

/** Four statements a listing: three pages of 50 stay under the thousand of one invocation. */
const PAGE = 50
const PAGES = 3

function stateRow(builtTo: number, ready: boolean): Statement {
  return statement(
    'INSERT INTO index_state (one, built_to, ready) VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE SET built_to = excluded.built_to, ready = excluded.ready',
    builtTo,
    ready ? 1 : 0,
  )
}

const EMPTIED: readonly Statement[] = [
  statement("INSERT INTO listing_text (listing_text) VALUES ('delete-all')"),
  statement('DELETE FROM listing_rows'),
  stateRow(0, false),
]

/**
 * Builds the index from the shelf, page by page, and remembers how far it came; searches fall back to titles until it
 * answers true. A listing that is put meanwhile indexes itself.
 */
export async function rebuildSearch(store: Store, afresh: boolean): Promise<boolean> {
  if (afresh) await store.search.write(EMPTIED)
  const [[state]] = await store.search.read(searchState())
  if (state?.ready === 1) return true
  let after = state?.builtTo ?? 0
  for (let page = 0; page < PAGES; page++) {
    const [rows] = await store.catalogue.read(listingsFrom({ after, limit: PAGE }))
    after = rows.at(-1)?.seq ?? after
    const complete = rows.length < PAGE
    await store.search.write([...rows.flatMap(indexStatements), stateRow(after, complete)])
    if (complete) return true
  }
  return false
}
