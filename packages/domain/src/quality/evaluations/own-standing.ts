import { divide, type Hundredths, rational, toHundredths } from '../rational.ts'
import { expertLeaves, type Leaf, type Rubric } from '../rubrics/rubric.ts'
import { ownScore, type Scores, totalOver } from '../scoring/scoresheet.ts'

/** Points in hundredths over an expert's own finished sheets; the mean is rounded once, half up. */
type OwnFigures = { n: number; mean: Hundredths | null; lowest: Hundredths | null; highest: Hundredths | null }

type OwnPlace = {
  id: string
  scored: number
  asked: number
  total: Hundredths
  rank: number | null
  tied: boolean
}

export type OwnStanding = {
  asked: number
  all: OwnFigures
  criteria: (OwnFigures & { key: string })[]
  sheets: OwnPlace[]
}

function figuresOf(values: readonly Hundredths[]): OwnFigures {
  const n = values.length
  if (n === 0) return { n, mean: null, lowest: null, highest: null }
  let sum = 0
  let lowest = Infinity
  let highest = -Infinity
  for (const value of values) {
    sum += value
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  // hundredths over n: rounding half up is that of every other figure
  return { n, mean: toHundredths(divide(rational(sum, 100), rational(n))), lowest, highest }
}

function scoredOf(asked: readonly Leaf[], scores: Scores): number {
  return asked.reduce((n, { key }) => (ownScore(scores, key) === undefined ? n : n + 1), 0)
}

/**
 * How one expert scored so far, so that they can stay consistent: figures over their own sheets on which every criterion is scored,
 * and the place of each of these among them (equal totals share a place). Nobody else's sheet plays a part.
 */
export function ownStanding(rubric: Rubric, sheets: readonly { id: string; scores: Scores }[]): OwnStanding {
  const asked = expertLeaves(rubric)
  const read = sheets.map(({ id, scores }) => ({
    id,
    scores,
    scored: scoredOf(asked, scores),
    total: totalOver(asked, scores),
  }))
  const whole = read.filter(({ scored }) => scored === asked.length && asked.length > 0)
  const totals = whole.map(({ total }) => total)
  return {
    asked: asked.length,
    all: figuresOf(totals),
    criteria: asked
      .filter(({ nature }) => nature !== 'veto')
      .map(({ key }) => ({ key, ...figuresOf(whole.flatMap(({ scores }) => ownScore(scores, key) ?? [])) })),
    sheets: read.map(({ id, scored, total }) => {
      const done = scored === asked.length && asked.length > 0
      return {
        id,
        scored,
        asked: asked.length,
        total,
        rank: done ? 1 + totals.filter((other) => other > total).length : null,
        tied: done && totals.filter((other) => other === total).length > 1,
      }
    }),
  }
}
