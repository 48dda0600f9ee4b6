import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveListing } from './move-listing.ts'

/** 列为精品：from now on other districts may take it over. */
export function promoteListing(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined; model?: string | undefined } },
): Promise<Verdict> {
  return moveListing(scene, { id: params.id, action: 'promote', ...body })
}
