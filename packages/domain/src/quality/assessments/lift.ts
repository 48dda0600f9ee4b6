import { type Hundredths, rational, toHundredths } from '../rational.ts'
import { FULL_MARKS, type Leaf, leaves, type Rubric } from '../rubrics/rubric.ts'
import type { Assessment } from './assess.ts'
import { stageEvaluation } from './assess.ts'
import { leafRoom, type Room } from './lift-room.ts'
import { isMetricKey, type MetricKey, metricFigure } from './metrics.ts'
import type { ProjectFacts } from './project-facts.ts'
import { metricOfLeaf } from './project-metrics.ts'

/**
 * What one leaf could still gain, in hundredths of a point of the rubric's 100. `now` null: it has no figure yet. `best` is what is still
 * reachable; `gain` what that adds to what is shown now; `lost` what can no longer be had. `sure`: doing exactly `n` of what `code` says gives exactly `gain`;
 * otherwise `gain` is the most.
 */
type Lift = Pick<Room, 'code' | 'n' | 'unit' | 'by' | 'sure'> & {
  leaf: string
  title: string
  metric: MetricKey
  max: Hundredths
  now: Hundredths | null
  best: Hundredths
  gain: Hundredths
  lost: Hundredths
}

/** Leaves that people judge at completion: what they can bring is not promised here. */
type JudgedLater = { source: 'expert' | 'self' | 'inspection'; max: Hundredths }

export type LiftList = {
  lifts: Lift[]
  later: JudgedLater[]
  /** The stage total if everything on the list were done; null while nothing can be said. */
  reachable: Hundredths | null
}

/** Points of a measured leaf, as `evaluate` gives them: its maximum times the percentage, no more than its maximum, rounded once. */
function pointsOf(max: Hundredths, value: Hundredths): Hundredths {
  return Math.min(max, toHundredths(rational(BigInt(max) * BigInt(value), FULL_MARKS * 100)))
}

/** A lift, and the percentage that its leaf would read at its best. */
type Weighed = { lift: Lift; bestValue: Hundredths | null }

function liftOf(leaf: Leaf, metric: MetricKey, facts: ProjectFacts, assessment: Assessment): Weighed {
  const reading = assessment.readings.find((one) => one.metric === metric)
  const { best: counts, ...room } = leafRoom(metric, facts, reading ?? null, assessment.asOf)
  const value = assessment.measured[leaf.key] ?? null
  const reached = counts === null ? null : metricFigure(metric, counts).value
  const bestValue = value === null || (reached !== null && reached > value) ? reached : value
  const now = value === null ? null : pointsOf(leaf.max, value)
  const best = bestValue === null ? 0 : pointsOf(leaf.max, bestValue)
  const { key, title, max } = leaf
  const lift = { leaf: key, title, metric, max, now, best, gain: best - (now ?? 0), lost: max - best, ...room }
  return { lift, bestValue }
}

/** The most gain for the least to do first; what can no longer be lifted stands last. */
function byGain(a: Lift, b: Lift): number {
  if (a.gain !== b.gain) return b.gain - a.gain
  return a.n - b.n || (a.leaf < b.leaf ? -1 : 1)
}

/**
 * What would lift this score: for every measured leaf that is not full, what is still possible, what to do and what it brings; exact, and
 * never more than the leaf's maximum. Deductions and bonuses are not on the list: nobody is told to chase them.
 */
export function liftList(rubric: Rubric, facts: ProjectFacts, assessment: Assessment): LiftList {
  const scored = leaves(rubric).filter(({ nature }) => nature === 'score')
  const all = scored.flatMap((leaf) => {
    const metric = metricOfLeaf(leaf)
    return metric !== null && isMetricKey(metric) ? [liftOf(leaf, metric, facts, assessment)] : []
  })
  const later = (['expert', 'self', 'inspection'] as const).flatMap((source) => {
    const waiting = scored.filter((leaf) => leaf.source === source && !Object.hasOwn(assessment.measured, leaf.key))
    const max = waiting.reduce((sum, leaf) => sum + leaf.max, 0)
    return max > 0 ? [{ source, max }] : []
  })
  const { rubricVersion } = assessment.evaluation ?? { rubricVersion: '' }
  const best = Object.fromEntries(all.map(({ lift, bestValue }) => [lift.leaf, bestValue]))
  const evaluated =
    all.length === 0 ? null : stageEvaluation(rubric, String(rubricVersion), { ...assessment.measured, ...best })
  return {
    lifts: all
      .map(({ lift }) => lift)
      .filter(({ now, max }) => now !== max)
      .sort(byGain),
    later,
    reachable: evaluated?.ok ? evaluated.value.total : null,
  }
}
