import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { movePolicy } from './move-policy.ts'

/** 发布学分办法：from now on it never changes, and everybody is computed by it. */
export function publishPolicy(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined; validFrom?: string | undefined } },
): Promise<Verdict> {
  return movePolicy(scene, { id: params.id, action: 'publish', ...body })
}
