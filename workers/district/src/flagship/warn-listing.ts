import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveListing } from './move-listing.ts'

/** 复核预警，附理由。 */
export function warnListing(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveListing(scene, { id: params.id, action: 'warn', ...body })
}
