import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { moveSheet } from './move-sheet.ts'

/** 声明无利益冲突：from then on the material is open to the expert. */
export function declareNoConflict(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveSheet(scene, { id: params.id, action: 'declare', note: body.note }, () =>
    ok({ set: { declaredAt: scene.now } }),
  )
}
