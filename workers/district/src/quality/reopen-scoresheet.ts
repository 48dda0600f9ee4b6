import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveSheet } from './move-sheet.ts'

/** 退回重评：a sealed sheet opens again, with its reason. */
export function reopenScoresheet(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveSheet(scene, { id: params.id, action: 'reopen', note: body.note }, () =>
    ok({ set: { total: null }, panel: { total: 0, in: -1 } }),
  )
}
