import type { FieldProblem } from '../../shared/result.ts'
import { type Derivation, ENGINE, type Engine, evaluate } from '../evaluations/evaluate.ts'
import type { Hundredths } from '../rational.ts'
import { type Criterion, leaves, leavesOf, ordinaryMax, type Rubric } from '../rubrics/rubric.ts'
import type { ProjectFacts } from './project-facts.ts'
import { type MetricReading, measuredLeaves, projectMetrics } from './project-metrics.ts'

export const ASSESSMENT_ENGINE = 'assessment/1'

/** Everything an assessment rests on: stored with each snapshot, so that it can be computed again to the byte. */
export type AssessmentInputs = { rubricId: string; rubricVersion: number; asOf: string; facts: ProjectFacts }

/**
 * How a project stands on a day (阶段分): the total over the leaves that can be measured by now, brought to 100. `weight` in hundredths:
 * of the whole rubric (10000), of the leaves that data will ever fill, and of those that have a figure now. `missing` are measured leaves without one.
 * `total` null: nothing has a figure yet.
 */
export type Assessment = {
  engine: typeof ASSESSMENT_ENGINE
  asOf: string
  readings: MetricReading[]
  measured: Record<string, Hundredths | null>
  weight: { whole: Hundredths; measurable: Hundredths; present: Hundredths }
  missing: string[]
  total: Hundredths | null
  totalText: string | null
  band: string | null
  bandTitle: string | null
  evaluation: Derivation | null
  problems: FieldProblem[]
}

function prunedNodes(nodes: readonly Criterion[], keep: ReadonlySet<string>): Criterion[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'leaf') return keep.has(node.key) ? [node] : []
    const children = prunedNodes(node.children ?? [], keep)
    return children.length === 0 ? [] : [{ ...node, max: undefined, children }]
  })
}

/** The part of a rubric that data fill by now. What people judge waits for the completion; an unjudged veto is not cleared, but waits too. */
export function stageRubric(rubric: Rubric, measured: Readonly<Record<string, Hundredths | null>>): Rubric {
  const kept = leaves(rubric).filter(({ key, nature }) => {
    if (!Object.hasOwn(measured, key)) return false
    return nature !== 'veto' || measured[key] !== null
  })
  const keep = new Set(kept.map(({ key }) => key))
  return { ...rubric, criteria: prunedNodes(rubric.criteria, keep), missing: 'reweight', method: 'mean' }
}

function weights(rubric: Rubric, measured: Readonly<Record<string, Hundredths | null>>): Assessment['weight'] {
  const all = leaves(rubric)
  const fillable = all.filter(({ key }) => Object.hasOwn(measured, key))
  return {
    whole: ordinaryMax(all),
    measurable: ordinaryMax(fillable),
    present: ordinaryMax(fillable.filter(({ key }) => measured[key] !== null)),
  }
}

/** The evaluation of what is measured; null when the rubric has no leaf that data fill. */
export function stageEvaluation(
  rubric: Rubric,
  rubricVersion: string,
  measured: Readonly<Record<string, Hundredths | null>>,
  engine: Engine = ENGINE,
): ReturnType<typeof evaluate> | null {
  const stage = stageRubric(rubric, measured)
  const asked = leavesOf(stage.criteria)
  if (asked.length === 0) return null
  const given = Object.fromEntries(asked.map(({ key }) => [key, measured[key] ?? null]))
  return evaluate({ rubric: stage, rubricVersion, method: 'mean', sheets: [], measured: given }, engine)
}

/**
 * Assesses a project from its facts. Pure: the same rubric, inputs and engine of scoring give the same value, and with
 * `canonicalJson` the same bytes.
 */
export function assess(
  rubric: Rubric,
  { rubricId, rubricVersion, asOf, facts }: AssessmentInputs,
  engine: Engine = ENGINE,
): Assessment {
  const readings = projectMetrics(facts, asOf)
  const measured = measuredLeaves(rubric, readings, facts.inspection)
  const evaluated = stageEvaluation(rubric, `${rubricId}/${rubricVersion}`, measured, engine)
  const derivation = evaluated?.ok ? evaluated.value : null
  return {
    engine: ASSESSMENT_ENGINE,
    asOf,
    readings,
    measured,
    weight: weights(rubric, measured),
    missing: Object.entries(measured).flatMap(([key, value]) => (value === null ? [key] : [])),
    total: derivation?.total ?? null,
    totalText: derivation?.totalText ?? null,
    band: derivation?.band ?? null,
    bandTitle: derivation?.bandTitle ?? null,
    evaluation: derivation,
    problems: evaluated !== null && !evaluated.ok ? evaluated.refusal : [],
  }
}
