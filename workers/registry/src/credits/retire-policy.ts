import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { movePolicy } from './move-policy.ts'

/** 停用学分办法：an older version does not come back by itself. */
export function retirePolicy(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return movePolicy(scene, { id: params.id, action: 'retire', note: body.note })
}
