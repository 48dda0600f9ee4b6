import type { Hundredths } from '../quality/rational.ts'
import type { Question } from './question.ts'
import { UNTOLD } from './segment-values.ts'
import type { Segment, SegmentKey } from './survey.ts'
import { type CountedAnswer, tally } from './tally.ts'

/** One group's figures for one question. `value` is empty for those who did not say. */
type CellFigures = { value: string; answered: number; counts: number[]; mean: Hundredths | null }
/** A question parted by one thing: the groups that are shown, and whether others are hidden. */
type PartedQuestion = { key: string; cells: CellFigures[]; hidden: boolean }
export type SegmentFigures = { key: SegmentKey; questions: PartedQuestion[] }

/**
 * Which groups may be shown: each has `least` or more, and so has everybody outside it together. What is hidden is the
 * whole minus what is shown: it too must reach the minimum or be nobody, so further groups are hidden, the smallest
 * first, until it does (complementary suppression).
 */
export function shownCells(sizes: readonly number[], least: number): boolean[] {
  const total = sizes.reduce((sum, n) => sum + n, 0)
  const shown = sizes.map((n) => n >= least && (total - n === 0 || total - n >= least))
  const hiddenSum = () => sizes.reduce((sum, n, index) => sum + (shown[index] ? 0 : n), 0)
  while (hiddenSum() > 0 && hiddenSum() < least) {
    const open = sizes.flatMap((n, index) => (shown[index] ? [{ n, index }] : []))
    const smallest = open.reduce<(typeof open)[number] | null>(
      (least, one) => (least && least.n <= one.n ? least : one),
      null,
    )
    if (!smallest) return shown
    shown[smallest.index] = false
  }
  return shown
}

type Given = {
  questions: readonly Question[]
  segments: readonly Segment[]
  answersOf: (question: Question) => readonly CountedAnswer[]
  least: number
}

function parted(
  question: Question,
  { key, values }: Segment,
  answers: readonly CountedAnswer[],
  least: number,
): PartedQuestion {
  const groups = [...values, UNTOLD].map((value) => {
    const among = answers.filter((answer) => {
      const told = answer.segments[key] ?? UNTOLD
      return value === UNTOLD ? !values.includes(told) : told === value
    })
    const { answered, counts, mean } = tally(question, among)
    return { value, answered, counts, mean }
  })
  const shown = shownCells(
    groups.map(({ answered }) => answered),
    least,
  )
  return {
    key: question.key,
    cells: groups.filter(({ answered }, index) => shown[index] && answered > 0),
    hidden: groups.some(({ answered }, index) => !shown[index] && answered > 0),
  }
}

/** Results by segment, question by question: who answered differs from question to question. */
export function segmentFigures({ questions, segments, answersOf, least }: Given): SegmentFigures[] {
  return segments.map((segment) => ({
    key: segment.key,
    questions: questions.map((question) => parted(question, segment, answersOf(question), least)),
  }))
}
