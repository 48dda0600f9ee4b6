import { expertLeaves, type Leaf, type Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { criterionHead } from '@shixun/domain/quality/scoring/score-table'
import type { Scores } from '@shixun/domain/quality/scoring/scoresheet'
import { ownScore } from '@shixun/domain/quality/scoring/scoresheet'
import type { WrittenCell, WrittenColumn } from '@shixun/http/documents'

/** Words of a veto in a table. */
const VETO_WORDS = ['无', '有'] as const

type Words = { scores: Scores; comments: Readonly<Record<string, string>> }

function numbered({ nature, max }: Leaf): Partial<WrittenColumn> {
  return nature === 'veto' ? { choices: VETO_WORDS } : { as: 'number', between: [0, max / 100] }
}

/** A column of points and one of words for every criterion; `limited` ones take only what may stand in them. */
export function criterionColumns(rubric: Rubric, limited: boolean): WrittenColumn[] {
  return expertLeaves(rubric).flatMap((leaf, index) => [
    {
      title: criterionHead(leaf, index),
      width: 18,
      ...(limited ? numbered(leaf) : leaf.nature === 'veto' ? {} : { as: 'number' as const }),
    },
    { title: commentHead(index), width: 24 },
  ])
}

/** The head of the words about the criterion that counts `index` from 0. */
function commentHead(index: number): string {
  return `意见 ${index + 1}`
}

export function criterionCells(rubric: Rubric, { scores, comments }: Words): WrittenCell[] {
  return expertLeaves(rubric).flatMap(({ key, nature }) => {
    const score = ownScore(scores, key)
    const shown = score === undefined ? null : nature === 'veto' ? VETO_WORDS[score > 0 ? 1 : 0] : score / 100
    return [shown, ownScore(comments, key) ?? null]
  })
}
