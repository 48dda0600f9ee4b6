import { type FieldProblem, ok, type Result, refuse } from '../../shared/result.ts'
import type { Hundredths } from '../rational.ts'
import { leaves, type Rubric } from '../rubrics/rubric.ts'
import type { EvaluationInputs } from './evaluation-inputs.ts'

/** A result that one person scored by hand, such as the office at a completion: its points are figures like others. */
function scoredByHand({ panel, sheets }: EvaluationInputs): boolean {
  return panel === undefined && sheets.length === 1
}

/** Whether a result rests on any figure that could be corrected; where experts alone score there is none. */
export function hasFiguresToCorrect(inputs: EvaluationInputs, rubric: Rubric): boolean {
  return scoredByHand(inputs) || leaves(rubric).some(({ source }) => source !== 'expert')
}

/**
 * Inputs with corrected figures: measured ones, and of a result that one person scored by hand also those points. Points of several
 * experts are sealed and never corrected from outside. Leaves that the rubric dropped go; pointers are under `/figures`.
 */
export function correctInputs(
  inputs: EvaluationInputs,
  figures: Readonly<Record<string, Hundredths | null>>,
  rubric: Rubric,
): Result<EvaluationInputs, FieldProblem[]> {
  const known = new Map(leaves(rubric).map((leaf) => [leaf.key, leaf]))
  const byHand = scoredByHand(inputs)
  const measured: Record<string, Hundredths | null> = {}
  for (const [key, value] of Object.entries(inputs.measured)) if (known.has(key)) measured[key] = value
  const points: Record<string, Hundredths> = {}
  const problems: FieldProblem[] = []
  for (const [key, value] of Object.entries(figures)) {
    const pointer = `/figures/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const leaf = known.get(key)
    if (!leaf) problems.push({ pointer, problem: 'unknown_criterion' })
    else if (leaf.source !== 'expert') measured[key] = value
    else if (!byHand) problems.push({ pointer, problem: 'sealed_by_expert' })
    else if (value === null) problems.push({ pointer, problem: 'required' })
    else points[key] = value
  }
  if (problems.length > 0) return refuse(problems)
  const sheets = byHand
    ? inputs.sheets.map(({ rater, scores }) => ({ rater, scores: { ...scores, ...points } }))
    : inputs.sheets
  return ok({ ...inputs, measured, sheets })
}
