import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveListing } from './move-listing.ts'

/** 列为后备：the listing gets its number and every district sees it. */
export function reserveListing(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveListing(scene, { id: params.id, action: 'reserve', ...body })
}
