import { rational, toHundredths } from '../quality/rational.ts'
import type { AnswerValues, Question } from './question.ts'
import type { SegmentKey } from './survey.ts'

/** An answer as it counts: in which release it was counted first, and what its author says of themselves. */
export type CountedAnswer = { release: number; values: AnswerValues; segments: Partial<Record<SegmentKey, string>> }

/** Which options an answer chose. */
function placesOf(values: AnswerValues, { key, kind }: Pick<Question, 'key' | 'kind'>): number[] {
  const value = values[key]
  if (value === undefined || kind === 'text') return []
  return Array.isArray(value) ? value : typeof value === 'number' ? [value] : []
}

/** How many answered a question, how many chose each option, and the mean of a scale. */
export function tally(question: Question, answers: readonly CountedAnswer[]) {
  const chosen = answers.map(({ values }) => placesOf(values, question)).filter((places) => places.length > 0)
  const counts = question.options.map((_, place) => chosen.filter((places) => places.includes(place)).length)
  const points = counts.reduce((sum, n, place) => sum + n * (place + 1), 0)
  const answered = chosen.length
  const mean = question.kind === 'scale' && answered > 0 ? toHundredths(rational(BigInt(points), answered)) : null
  return { answered, counts, points, mean }
}
