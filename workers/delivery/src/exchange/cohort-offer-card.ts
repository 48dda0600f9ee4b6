import type { CohortOfferRow } from '@shixun/db/tenant/exchange'
import { COHORT_OFFER } from '@shixun/domain/exchange/offer'
import { reasonText } from '@shixun/domain/exchange/reasons'
import { actionsOf } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'

export function cohortOfferCard(scene: Pick<DeliveryScene, 'visitor'>, row: CohortOfferRow) {
  const { envelopeId: _, toldCohort: __, told: ___, ...shown } = row
  return { ...shown, reason: reasonText(row.reason), actions: actionsOf(scene, COHORT_OFFER, row.state, {}) }
}
