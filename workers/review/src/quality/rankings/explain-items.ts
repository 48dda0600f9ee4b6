import type { SealedSheet } from '@shixun/domain/quality/rankings/conclude-panel'
import type { KeptResult } from '@shixun/domain/quality/rankings/panel-result'
import type { Method } from '@shixun/domain/quality/rubrics/rubric'
import type { FieldProblem } from '@shixun/domain/shared/result'
import { ok, type Result } from '@shixun/domain/shared/result'
import { type EvaluationRow, evaluationRow, type UsedRubric } from '@shixun/tenant/evaluation-row'
import type { ReviewScene } from '../../store.ts'

/** Explanations that one batch writes: each is a document of its own, of about half a kilobyte a criterion. */
export const EXPLAINED_AT_ONCE = 100

/** An application to explain; `previousId` is its evaluation in the conclusion before. */
export type ToExplain = { id: string; unitId: string; previousId: string | null }

export type Explaining = {
  panel: { id: string; method: Method }
  rubric: UsedRubric
  result: Pick<KeptResult, 'round' | 'severities' | 'sheetsSha256' | 'note'>
  sheets: readonly SealedSheet[]
}

/** Evaluations of some applications of a concluded panel, each from its own sheets and the severities of the whole panel. */
export async function explainItems(
  scene: ReviewScene,
  { panel, rubric, result, sheets }: Explaining,
  items: readonly ToExplain[],
): Promise<Result<EvaluationRow[], FieldProblem[]>> {
  const byItem = new Map<string, SealedSheet[]>()
  for (const sheet of sheets) {
    const known = byItem.get(sheet.item)
    if (known) known.push(sheet)
    else byItem.set(sheet.item, [sheet])
  }
  const rows: EvaluationRow[] = []
  for (const { id, unitId, previousId } of items) {
    const made = await evaluationRow({
      id: scene.newId('eva'),
      now: scene.now,
      subject: { kind: 'application', id },
      unitId,
      rubric,
      method: panel.method,
      sheets: byItem.get(id) ?? [],
      severities: result.severities,
      panel: { id: panel.id, sheetsSha256: result.sheetsSha256 },
      cause: result.round === 1 ? 'panel' : 'conflict',
      previousId,
      reason: result.note,
    })
    if (!made.ok) return made
    rows.push(made.value)
  }
  return ok(rows)
}
