import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { moveCohort } from './move-cohort.ts'

/** 开班。 */
export function beginCohort(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveCohort(scene, { id: params.id, action: 'begin', note: body.note })
}
