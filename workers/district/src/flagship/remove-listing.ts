import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveListing } from './move-listing.ts'

/** 移出，附理由：nobody finds it any more; what was taken over stays. */
export function removeListing(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveListing(scene, { id: params.id, action: 'remove', ...body })
}
