import { followedUp, type RoundFigures } from '../delivery/follow-up.ts'
import { metricFigure } from '../quality/metrics.ts'
import type { DeliveredFigures, ProjectFigures } from './figures.ts'

/** A closed survey as an evaluation reads it; `satisfaction` are points given and points possible on rated scales, null when too few answered. */
export type SurveyedFigures = {
  invited: number
  answered: number
  satisfaction: { points: number; full: number } | null
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

/**
 * The figures of a project with what was measured in the place of what was reported: satisfaction and response rate from
 * its closed surveys, follow-ups from its rounds. Without surveys the reported figures stand.
 */
export function deliveredFigures(
  figures: ProjectFigures,
  surveys: readonly SurveyedFigures[],
  rounds: readonly RoundFigures[],
): DeliveredFigures {
  const rated = surveys.flatMap(({ satisfaction }) => (satisfaction ? [satisfaction] : []))
  const numerator = sum(rated.map(({ points }) => points))
  const denominator = sum(rated.map(({ full }) => full))
  const satisfaction = metricFigure('satisfaction', { numerator, denominator }).value
  const asked = {
    surveysSent: sum(surveys.map(({ invited }) => invited)),
    surveysAnswered: sum(surveys.map(({ answered }) => answered)),
    satisfaction: satisfaction ?? undefined,
  }
  return {
    ...figures,
    ...(surveys.length > 0 ? asked : {}),
    followUps: followedUp(rounds).filter(({ due }) => due > 0),
  }
}
