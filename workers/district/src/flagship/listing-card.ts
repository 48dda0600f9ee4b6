import type { listingById } from '@shixun/db/tenant/flagship'
import { LISTING } from '@shixun/domain/flagship/listing'
import { actionsOf } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'

export type ListingRow = ReturnType<ReturnType<typeof listingById>['decode']>

/** A listing as its curator sees it, candidates too. */
export function listingCard(scene: DistrictScene, row: ListingRow) {
  const { originId: _, ...shown } = row
  return { ...shown, actions: actionsOf(scene, LISTING, row.state, {}) }
}
