import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { moveSheet } from '../scoring/move-sheet.ts'

/** 回避：the sheet counts no more and the material closes for good; the bureau may add another expert. */
export function recuseExpert(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveSheet(scene, { id: params.id, action: 'recuse', note: body.note }, (row) =>
    ok({
      set: { conflicts: [...row.conflicts, { rule: 'declared', detail: body.note }] },
      panel: { total: -1, in: 0 },
    }),
  )
}
