import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveProject } from './move-project.ts'

/** 终止。 */
export function terminateProject(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveProject(scene, { id: params.id, action: 'terminate', note: body.note })
}
