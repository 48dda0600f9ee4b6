import type { Hundredths } from '../rational.ts'
import { expertLeaves, type Rubric } from '../rubrics/rubric.ts'
import { ownScore, type Scores } from './scoresheet.ts'
import type { SheetComments } from './sheet-comments.ts'

export type SheetVersion = { scores: Scores; comments: SheetComments; comment: string }

/** One criterion (or, with `key` null, the general comment) that differs between two sealed versions of a sheet. */
export type SheetChange = {
  key: string | null
  title: string
  before: { score: Hundredths | null; comment: string }
  after: { score: Hundredths | null; comment: string }
}

/** What changed from one sealed version of a sheet to the next, in the order of the rubric. */
export function sheetChanges(rubric: Rubric, before: SheetVersion, after: SheetVersion): SheetChange[] {
  const at = (version: SheetVersion, key: string) => ({
    score: ownScore(version.scores, key) ?? null,
    comment: ownScore(version.comments, key) ?? '',
  })
  const changed = expertLeaves(rubric).flatMap(({ key, title }) => {
    const [from, to] = [at(before, key), at(after, key)]
    return from.score === to.score && from.comment === to.comment ? [] : [{ key, title, before: from, after: to }]
  })
  if (before.comment === after.comment) return changed
  const general = (text: string) => ({ score: null, comment: text })
  return [...changed, { key: null, title: '', before: general(before.comment), after: general(after.comment) }]
}
