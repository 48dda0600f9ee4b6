import { flagshipRoutes as ROUTES } from '@shixun/contract/flagship'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { adoptListing } from './adopt-listing.ts'
import { keepListing } from './keep-listing.ts'
import { nominateProject } from './nominate-project.ts'
import { promoteListing } from './promote-listing.ts'
import { listCuratedListings, readCuratedListing } from './read-listings.ts'
import { listNominations } from './read-nominations.ts'
import { removeListing } from './remove-listing.ts'
import { reserveListing } from './reserve-listing.ts'
import { warnListing } from './warn-listing.ts'

export const flagshipRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.adoptListing, adoptListing),
  bind(ROUTES.listNominations, listNominations),
  bind(ROUTES.nominateProject, nominateProject),
  bind(ROUTES.listCuratedListings, listCuratedListings),
  bind(ROUTES.readCuratedListing, readCuratedListing),
  bind(ROUTES.reserveListing, reserveListing),
  bind(ROUTES.promoteListing, promoteListing),
  bind(ROUTES.warnListing, warnListing),
  bind(ROUTES.keepListing, keepListing),
  bind(ROUTES.removeListing, removeListing),
]
