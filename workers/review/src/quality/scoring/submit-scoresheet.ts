import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { moveSheet } from './move-sheet.ts'
import { sealForSubmission } from './seal-for-submission.ts'

/** 提交评分：every criterion has its points, and the sheet is sealed. */
export function submitScoresheet(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveSheet(scene, { id: params.id, action: 'submit', note: body.note }, async (row) => {
    const sealed = await sealForSubmission(scene, row)
    if (!sealed.ok) return refuse({ code: 'invalid-input', fields: sealed.refusal })
    return ok({ ...sealed.value, panel: { total: 0, in: 1 } })
  })
}
