import { checkSheet, sheetTotal } from '@shixun/domain/quality/scoresheet'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveSheet } from './move-sheet.ts'

/** 提交评分：every criterion has its points, and the sheet is sealed. */
export function submitScoresheet(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveSheet(scene, { id: params.id, action: 'submit', note: body.note }, (row) => {
    const fields = checkSheet(row.rubric, row.scores, { complete: true })
    if (fields.length) return refuse({ code: 'invalid-input', fields })
    return ok({ set: { total: sheetTotal(row.rubric, row.scores) }, panel: { total: 0, in: 1 } })
  })
}
