import type { Statement } from '@shixun/db/statement'
import { extendForReturn } from '@shixun/db/tenant/application-moves'
import { resubmissionUntil } from '@shixun/domain/calls/applications/resubmission'
import type { DistrictScene } from '../../store.ts'

/** What is returned for revision may come back, also when the window closes meanwhile: a recorded extension. */
export function grantResubmission(scene: DistrictScene, ids: readonly string[]): Statement[] {
  const until = resubmissionUntil(scene.now)
  return until === null ? [] : [extendForReturn(ids, until, scene.now)]
}
