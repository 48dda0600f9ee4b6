import type { FieldProblem } from '../../shared/result.ts'
import { expertLeaves, type Rubric } from '../rubrics/rubric.ts'
import { ownScore, pointerInto, type Scores, VETO_RAISED } from './scoresheet.ts'

/** Criterion key → what the expert wrote about it. */
export type SheetComments = Readonly<Record<string, string>>

/** Characters of one criterion's comment, and of the general one. */
export const COMMENT_LENGTH = 1000
export const GENERAL_LENGTH = 4000

/** Comments without those that say nothing, trimmed: an emptied box is no comment. */
export function keptComments(comments: Readonly<Record<string, string | null>>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [key, text] of Object.entries(comments)) {
    const said = (text ?? '').trim()
    if (said !== '') kept[key] = said
  }
  return kept
}

/**
 * What is wrong with the comments on single criteria: keys the rubric does not ask, texts that are too long and, when the sheet is to
 * be `complete`, a veto that is raised without saying why (a school must be able to answer it).
 */
export function checkComments(
  rubric: Rubric,
  { scores, comments }: { scores: Scores; comments: SheetComments },
  { complete }: { complete: boolean },
): FieldProblem[] {
  const asked = expertLeaves(rubric)
  const known = new Set(asked.map(({ key }) => key))
  const unknown = Object.keys(comments).filter((key) => !known.has(key))
  return [
    ...unknown.map((key) => ({ pointer: pointerInto('comments', key), problem: 'unknown_criterion' })),
    ...asked.flatMap((leaf) => {
      const text = ownScore(comments, leaf.key) ?? ''
      const pointer = pointerInto('comments', leaf.key)
      if ([...text].length > COMMENT_LENGTH) return [{ pointer, problem: 'too_long', limit: COMMENT_LENGTH }]
      const raised = leaf.nature === 'veto' && ownScore(scores, leaf.key) === VETO_RAISED
      return complete && raised && text.trim() === '' ? [{ pointer, problem: 'veto_needs_reason' }] : []
    }),
  ]
}
