import type { CohortState } from '../delivery/cohort.ts'
import { endOfChinaDay } from '../shared/china-time.ts'

/** Until when another bureau may fill its places: the end of the last day it was given, or of nominations where that is earlier. */
export function offerDeadline(nominateUntil: string | null, until: string | null): string | null {
  if (until === null) return nominateUntil
  const end = endOfChinaDay(until)
  return nominateUntil !== null && nominateUntil < end ? nominateUntil : end
}

/** Whether places lapse today: their last day is over, and some of them are not used. */
export function placesLapse(
  offer: { until: string | null; places: number; nominated: number },
  today: string,
): boolean {
  return offer.until !== null && offer.until < today && offer.nominated < offer.places
}

/** Why places were taken back that were not used in time, in words. */
export function lapsedPlacesWords({ until, places, nominated }: { until: string; places: number; nominated: number }) {
  return `名额保留到 ${until}，已到期：${places} 个名额用了 ${nominated} 个，未用的收回`
}

/** Whether nothing more can come of proposals that were not sent: the places are gone, or the cohort is over. */
export function proposalsOver(cohort: CohortState, withdrawn: boolean): boolean {
  return withdrawn || cohort === 'concluding' || cohort === 'concluded' || cohort === 'cancelled'
}
