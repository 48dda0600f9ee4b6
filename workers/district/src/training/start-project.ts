import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveProject } from './move-project.ts'

/** 开班。 */
export function startProject(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveProject(scene, { id: params.id, action: 'start', note: body.note })
}
