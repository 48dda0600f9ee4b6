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
const CHORES: readonly ((scene: DeliveryScene) => Promise<void>)[] = [
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

/** One chore that fails holds up no other; the round then fails as a whole, so that the queue tries again. */
export async function runChores(scene: DeliveryScene): Promise<void> {
  const failed: string[] = []
  for (const chore of CHORES)
    try {
      await chore(scene)
    } catch (error) {
      failed.push(`${chore.name}: ${error}`)
    }
  if (failed.length > 0) throw new Error(failed.join('; '))
}
