import { namesFound } from '../blindness/name-marks.ts'
import { seededOrder } from '../panels/seeded-order.ts'
import { expertLeaves, type Rubric } from '../rubrics/rubric.ts'
import { ownScore, type Scores } from '../scoring/scoresheet.ts'
import type { SheetComments } from '../scoring/sheet-comments.ts'

/** One expert's words on one criterion, as they will go out; `omitted` ones stay with the office. */
type CriterionComment = { key: string; title: string; text: string; omitted: boolean }

/** One expert's comments: `sheetId` tells the office where they come from and never leaves it. */
export type ExpertComments = {
  no: number
  sheetId: string
  general: string
  omitted: boolean
  criteria: CriterionComment[]
}

/** What a unit reads: 专家1, 专家2 … without scores and without anything that leads to a sheet. */
export type ReleasedExpert = { no: number; general: string; criteria: { key: string; title: string; text: string }[] }

export type CommentedSheet = { id: string; scores: Scores; comments: SheetComments; comment: string }

/**
 * The comments on one application under drawn numbers: the order comes from `seed` and not from the sheets, so that 专家1 here tells
 * nothing of whose sheet is the first one elsewhere. Experts who wrote nothing have no number. `names` become neutral marks.
 */
export function collectComments(
  rubric: Rubric,
  sheets: readonly CommentedSheet[],
  { seed, mask }: { seed: string; mask: (text: string) => string },
): ExpertComments[] {
  const asked = expertLeaves(rubric)
  const said = sheets
    .map(({ id, comments, comment }) => ({
      sheetId: id,
      general: mask(comment.trim()),
      omitted: false,
      criteria: asked.flatMap(({ key, title }) => {
        const text = ownScore(comments, key)?.trim() ?? ''
        return text === '' ? [] : [{ key, title, text: mask(text), omitted: false }]
      }),
    }))
    .filter(({ general, criteria }) => general !== '' || criteria.length > 0)
  const order = seededOrder(
    said.map(({ sheetId }) => sheetId),
    seed,
  )
  return order.flatMap((id, index) =>
    said.filter(({ sheetId }) => sheetId === id).map((one) => ({ no: index + 1, ...one })),
  )
}

/** What goes out of the collected comments: nothing omitted, nothing of a sheet that no longer counts, numbers without holes. */
export function releasable(experts: readonly ExpertComments[], counts: (sheetId: string) => boolean): ReleasedExpert[] {
  return experts
    .filter(({ sheetId }) => counts(sheetId))
    .map(({ general, omitted, criteria }) => ({
      general: omitted ? '' : general.trim(),
      criteria: criteria
        .filter((one) => !one.omitted && one.text.trim() !== '')
        .map(({ key, title, text }) => ({ key, title, text: text.trim() })),
    }))
    .filter(({ general, criteria }) => general !== '' || criteria.length > 0)
    .map((one, index) => ({ no: index + 1, ...one }))
}

/** The names that still stand in texts which would go out, so that the office looks at them once more. */
export function namesLeft(experts: readonly ExpertComments[], names: readonly string[]): string[] {
  const texts = experts.flatMap(({ general, omitted, criteria }) => [
    ...(omitted ? [] : [general]),
    ...criteria.filter((one) => !one.omitted).map(({ text }) => text),
  ])
  return namesFound(texts, names)
}
