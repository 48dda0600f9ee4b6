import { offerRoutes as ROUTES } from '@shixun/contract/offers'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { checkInGuest } from './check-in-guest.ts'
import { acceptGuest, refuseGuest, withdrawGuest } from './move-guest.ts'
import { offerCohort } from './offer-cohort.ts'
import { proposeGuests } from './propose-guests.ts'
import { listCohortOffers } from './read-cohort-offers.ts'
import { listGuests, readGuestPass } from './read-guests.ts'
import { listOffers, readOffer } from './read-offers.ts'
import { sendGuests } from './send-guests.ts'
import { withdrawCohortOffer } from './withdraw-cohort-offer.ts'

export const offerRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listCohortOffers, listCohortOffers),
  bind(ROUTES.offerCohort, offerCohort),
  bind(ROUTES.withdrawCohortOffer, withdrawCohortOffer),
  bind(ROUTES.listOffers, listOffers),
  bind(ROUTES.readOffer, readOffer),
  bind(ROUTES.proposeGuests, proposeGuests),
  bind(ROUTES.sendGuests, sendGuests),
  bind(ROUTES.listGuests, listGuests),
  bind(ROUTES.acceptGuest, acceptGuest),
  bind(ROUTES.refuseGuest, refuseGuest),
  bind(ROUTES.withdrawGuest, withdrawGuest),
  bind(ROUTES.readGuestPass, readGuestPass),
  bind(ROUTES.checkInGuest, checkInGuest),
]
