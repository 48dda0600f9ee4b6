import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveListing } from './move-listing.ts'

/** 复核保留，附理由。 */
export function keepListing(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveListing(scene, { id: params.id, action: 'keep', ...body })
}
