import { listingWithVersion } from '@shixun/db/catalogue/listings'
import { indexedVersion, searchState } from '@shixun/db/search/hits'
import { indexIsAway } from './index-away.ts'
import { indexStatements } from './index-statements.ts'
import { rebuildSearch } from './rebuild-search.ts'
import type { Store } from './store.ts'

/**
 * Brings the index up to what the shelf holds of one listing, and goes on with a rebuild that is not complete. Any
 * failure but a lost index is the caller's: the envelope is then brought again and finds the listing shelved but behind.
 */
export async function keepIndexed(store: Store, listing: string): Promise<void> {
  const [[row]] = await store.catalogue.read(listingWithVersion({ id: listing, no: null }))
  if (!row) return
  try {
    const [[state], [indexed]] = await store.search.read(searchState(), indexedVersion({ id: listing }))
    if ((indexed?.version ?? 0) < row.version) await store.search.write(indexStatements(row))
    if (state?.ready !== 1) await rebuildSearch(store, false)
  } catch (error) {
    if (!indexIsAway(error)) throw error
    console.error(JSON.stringify({ level: 'alarm', alarm: 'search-index-away', listing }))
  }
}
