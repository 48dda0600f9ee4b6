import { flagshipRoutes as ROUTES } from '@shixun/contract/flagship'
import { type Bound, bind } from '@shixun/http/bind'
import { readListing } from './read-listing.ts'
import { searchListings } from './search-listings.ts'
import type { Store } from './store.ts'

export const catalogueRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.searchListings, searchListings),
  bind(ROUTES.readListing, readListing),
]
