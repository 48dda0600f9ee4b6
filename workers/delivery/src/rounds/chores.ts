import { endLeftOvers } from '../delivery/end-left-over.ts'
import { keepFollowUps } from '../delivery/keep-follow-ups.ts'
import { lapseOffers } from '../delivery/lapse-offers.ts'
import { keepOffers } from '../exchange/keep-offers.ts'
import { lapsePlaces } from '../exchange/lapse-places.ts'
import { tellGuests } from '../exchange/tell-guests.ts'
import type { DeliveryScene } from '../store.ts'
import { keepSurveys } from '../surveys/keep-surveys.ts'
import { keepHours } from './keep-hours.ts'
import { moveDueCohorts } from './move-due-cohorts.ts'

/** What time alone brings about in one district, each minute, in this order. */
export const CHORES: readonly ((scene: DeliveryScene) => Promise<void>)[] = [
  moveDueCohorts,
  keepHours,
  endLeftOvers,
  lapseOffers,
  lapsePlaces,
  keepOffers,
  tellGuests,
  keepSurveys,
  keepFollowUps,
]
