import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveProject } from './move-project.ts'

/** 归档。 */
export function archiveProject(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveProject(scene, { id: params.id, action: 'archive', note: body.note })
}
