import type { Hundredths } from '../quality/rational.ts'
import type { Question } from './question.ts'
import { type SegmentFigures, segmentFigures } from './segment-figures.ts'
import type { Segment } from './survey.ts'
import { type CountedAnswer, tally } from './tally.ts'

/**
 * What a question is shown with. `counts` by option, null while fewer than the minimum answered it; `mean` of a scale in
 * hundredths of a point counted from 1; `through` the last release whose answers are in it.
 */
type QuestionFigures = {
  key: string
  through: number
  answered: number
  counts: number[] | null
  mean: Hundredths | null
}

export type SurveyFigures = {
  release: number
  count: number
  questions: QuestionFigures[]
  segments: SegmentFigures[]
  /** Points given and points possible on the rated scales that are shown; null when none is. */
  satisfaction: { points: number; full: number } | null
}

/**
 * A question moves on only when at least `least` more answered it, or nobody did: one that most leave out would
 * otherwise tell the few new ones by the difference to what was shown before.
 */
function throughOf(question: Question, answers: readonly CountedAnswer[], before: number, least: number): number {
  const newest = Math.max(0, ...answers.map(({ release }) => release))
  const fresh = answers.filter(({ release }) => release > before)
  const { answered } = tally(question, fresh)
  return answered === 0 || answered >= least ? newest : before
}

type Given = {
  questions: readonly Question[]
  segments: readonly Segment[]
  answers: readonly CountedAnswer[]
  previous: SurveyFigures | null
  least: number
  /** After the close nothing changes any more: results by segment are shown then, and only then. */
  final: boolean
}

/** The figures of a release, from the answers counted so far and from what was shown before. */
export function surveyFigures({ questions, segments, answers, previous, least, final }: Given): SurveyFigures {
  const choosable = questions.filter(({ kind }) => kind !== 'text')
  const upTo = (through: number) => answers.filter(({ release }) => release <= through)
  const figures = choosable.map((question): QuestionFigures => {
    const shown = previous?.questions.find(({ key }) => key === question.key)
    const through = throughOf(question, answers, shown?.through ?? 0, least)
    const { answered, counts, mean } = tally(question, upTo(through))
    return answered < least
      ? { key: question.key, through: 0, answered: 0, counts: null, mean: null }
      : { key: question.key, through, answered, counts, mean }
  })
  const rated = choosable.flatMap((question, index) => {
    const figure = figures[index]
    if (!question.rated || !figure || figure.counts === null) return []
    const { points } = tally(question, upTo(figure.through))
    return [{ points, full: figure.answered * question.options.length }]
  })
  return {
    release: Math.max(0, ...answers.map(({ release }) => release)),
    count: answers.length,
    questions: figures,
    segments: final
      ? segmentFigures({
          questions: choosable.filter((_, index) => figures[index]?.counts),
          segments,
          answersOf: ({ key }) => upTo(figures.find((one) => one.key === key)?.through ?? 0),
          least,
        })
      : [],
    satisfaction:
      rated.length === 0
        ? null
        : rated.reduce((sum, one) => ({ points: sum.points + one.points, full: sum.full + one.full })),
  }
}
