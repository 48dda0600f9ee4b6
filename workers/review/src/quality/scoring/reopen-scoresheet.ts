import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { moveSheet } from './move-sheet.ts'

/** 退回重评：a sealed sheet opens again with a reason that its expert reads; what was sealed stays in the journal. */
export function reopenScoresheet(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveSheet(scene, { id: params.id, action: 'reopen', note: body.note }, () =>
    ok({ set: { total: null, sealedAt: null, reopenNote: body.note }, panel: { total: 0, in: -1 } }),
  )
}
