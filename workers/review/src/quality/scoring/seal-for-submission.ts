import type { Scores } from '@shixun/domain/quality/rankings/panel-result'
import type { Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { checkSheet, sheetTotal } from '@shixun/domain/quality/scoring/scoresheet'
import { isLate } from '@shixun/domain/quality/scoring/sealed-sheet'
import { checkComments } from '@shixun/domain/quality/scoring/sheet-comments'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { type FieldProblem, ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { ReviewScene } from '../../store.ts'
import { sealOf } from './seal-sheet.ts'

type Row = {
  id: string
  panelId: string
  expertId: string
  rubricId: string
  rubric: Rubric
  scores: Scores
  comments: Record<string, string>
  comment: string
  dueOn: string | null
}

/** Everything that keeps a sheet from being handed in, all at once. */
export function submissionProblems({ rubric, scores, comments }: Row): FieldProblem[] {
  return [
    ...checkSheet(rubric, scores, { complete: true }),
    ...checkComments(rubric, { scores, comments }, { complete: true }),
  ]
}

/** What a submission sets on a sheet, and what of it the journal keeps for good: the whole sheet and its hash. */
export async function sealForSubmission(
  scene: ReviewScene,
  row: Row,
): Promise<Result<{ set: { total: number; sealedAt: string }; after: Record<string, unknown> }, FieldProblem[]>> {
  const problems = submissionProblems(row)
  if (problems.length > 0) return refuse(problems)
  const { scores, comments, comment, rubricId } = row
  const set = { total: sheetTotal(row.rubric, scores), sealedAt: scene.now }
  const seal = await sealOf({ ...row, ...set })
  const late = isLate(row.dueOn, chinaDate(scene.now))
  return ok({ set, after: { ...set, scores, comments, comment, rubric: rubricId, sha256: seal?.sha256, late } })
}
