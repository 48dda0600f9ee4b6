import type { FieldProblem } from '../../shared/result.ts'
import { isMetricKey } from '../assessments/metrics.ts'
import type { Hundredths } from '../rational.ts'
import {
  asLeaf,
  type Band,
  type Criterion,
  FULL_MARKS,
  leaves,
  leavesOf,
  METHODS,
  MISSING_RULES,
  NATURES,
  ordinaryMax,
  type Rubric,
  SOURCES,
} from './rubric.ts'
import { placedNodes } from './rubric-place.ts'

/** Groups and leaves together: a leaf stands in the fourth level at the deepest. */
export const MAX_DEPTH = 4
export const MAX_LEAVES = 200
/** Experts score by half points, so that a leaf of theirs has no finer maximum. */
const STEP: Hundredths = 50
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/

function within(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && Number.isSafeInteger(value) && value >= low && value <= high
}

function checkMetric(node: Criterion, at: string): FieldProblem[] {
  const { source } = asLeaf(node)
  const pointer = `${at}/metric`
  const named = (node.metric ?? '').trim()
  if (source === 'metric' && named === '') return [{ pointer, problem: 'metric_required' }]
  const read = source === 'metric' || source === 'survey'
  return read && named !== '' && !isMetricKey(named) ? [{ pointer, problem: 'unknown_metric', limit: named }] : []
}

function checkMax(node: Criterion, at: string): FieldProblem[] {
  const { nature, source } = asLeaf(node)
  const pointer = `${at}/max`
  if (nature === 'veto') return node.max === undefined ? [] : [{ pointer, problem: 'veto_has_no_max' }]
  if (node.max === undefined) return [{ pointer, problem: nature === 'score' ? 'points_required' : 'cap_required' }]
  if (!within(node.max, 1, FULL_MARKS)) return [{ pointer, problem: 'not_in_100' }]
  return source === 'expert' && node.max % STEP !== 0 ? [{ pointer, problem: 'not_half_point', limit: STEP }] : []
}

function checkLeaf(node: Criterion, at: string): FieldProblem[] {
  const { source, nature } = asLeaf(node)
  return [
    ...(node.children?.length ? [{ pointer: `${at}/children`, problem: 'leaf_has_children' }] : []),
    ...(SOURCES.includes(source) ? [] : [{ pointer: `${at}/source`, problem: 'not_a_choice' }]),
    ...(NATURES.includes(nature) ? [] : [{ pointer: `${at}/nature`, problem: 'not_a_choice' }]),
    ...checkMax(node, at),
    ...checkMetric(node, at),
  ]
}

function checkNodes(nodes: readonly Criterion[], at: string, depth: number, keys: Set<string>): FieldProblem[] {
  if (depth > MAX_DEPTH) return [{ pointer: at, problem: 'too_deep', limit: MAX_DEPTH }]
  return nodes.flatMap((node, index) => {
    const here = `${at}/${index}`
    const problems: FieldProblem[] = []
    if (!KEY.test(node.key)) problems.push({ pointer: `${here}/key`, problem: 'wrong_format' })
    else if (keys.has(node.key)) problems.push({ pointer: `${here}/key`, problem: 'duplicate_key', limit: node.key })
    keys.add(node.key)
    if (!node.title.trim()) problems.push({ pointer: `${here}/title`, problem: 'required' })
    if (node.kind === 'leaf') return [...problems, ...checkLeaf(node, here)]
    const children = node.children ?? []
    if (children.length === 0) return [...problems, { pointer: `${here}/children`, problem: 'empty_group' }]
    const below = checkNodes(children, `${here}/children`, depth + 1, keys)
    // Sums are only read from a tree known to be shallow enough to walk.
    const deep = below.some((p) => p.problem === 'too_deep')
    const total = deep ? 0 : ordinaryMax(leavesOf(children))
    if (!deep && node.max !== undefined && node.max !== total) {
      problems.push({ pointer: `${here}/max`, problem: 'group_sum', limit: inPoints(total) })
    }
    return [...problems, ...below]
  })
}

function checkBands(bands: readonly Band[]): FieldProblem[] {
  const problems: FieldProblem[] = []
  bands.forEach((band, index) => {
    const at = `/bands/${index}`
    const earlier = bands.slice(0, index)
    if (!KEY.test(band.key)) problems.push({ pointer: `${at}/key`, problem: 'wrong_format' })
    else if (earlier.some((b) => b.key === band.key)) problems.push({ pointer: `${at}/key`, problem: 'duplicate' })
    if (!band.title.trim()) problems.push({ pointer: `${at}/title`, problem: 'required' })
    else if (earlier.some((b) => b.title.trim() === band.title.trim()))
      problems.push({ pointer: `${at}/title`, problem: 'duplicate' })
    if (!within(band.from, 0, FULL_MARKS)) problems.push({ pointer: `${at}/from`, problem: 'not_in_100' })
    else if (earlier.some((b) => b.from === band.from)) problems.push({ pointer: `${at}/from`, problem: 'duplicate' })
  })
  if (!bands.some((band) => band.from === 0)) problems.push({ pointer: '/bands', problem: 'no_band_from_zero' })
  return problems
}

/** Hundredths as people read them: 9200 is `92`, 850 is `8.5`. */
function inPoints(hundredths: number): string {
  return String(hundredths / 100)
}

function checkSum(rubric: Rubric): FieldProblem[] {
  const all = leaves(rubric)
  const total = ordinaryMax(all)
  const problems: FieldProblem[] = []
  if (all.length > MAX_LEAVES) problems.push({ pointer: '/criteria', problem: 'too_many', limit: MAX_LEAVES })
  if (!Number.isFinite(total) || total < FULL_MARKS)
    problems.push({
      pointer: '/criteria',
      problem: 'sum_short',
      limit: inPoints(Number.isFinite(total) ? FULL_MARKS - total : FULL_MARKS),
    })
  else if (total > FULL_MARKS)
    problems.push({ pointer: '/criteria', problem: 'sum_over', limit: inPoints(total - FULL_MARKS) })
  return problems
}

/** A panel of experts is all that a review has: what they do not score would stay empty for ever. */
function checkSources(rubric: Rubric): FieldProblem[] {
  return placedNodes(rubric).flatMap(({ node, pointer }) =>
    node.kind === 'leaf' && asLeaf(node).source !== 'expert'
      ? [{ pointer: `${pointer}/source`, problem: 'review_needs_experts' }]
      : [],
  )
}

/**
 * What keeps a rubric from being published for this purpose; empty when sound. Pointers are into the rubric. `sum_short` and `sum_over`
 * carry in `limit` the points (not hundredths) that are missing from 100 or above it, `group_sum` the points found.
 */
export function checkRubric(rubric: Rubric, purpose?: 'review' | 'completion'): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!rubric.title.trim()) problems.push({ pointer: '/title', problem: 'required' })
  const tree = checkNodes(rubric.criteria, '/criteria', 1, new Set())
  problems.push(...tree)
  if (rubric.criteria.length === 0) problems.push({ pointer: '/criteria', problem: 'no_criteria' })
  else if (!tree.some((p) => p.problem === 'too_deep'))
    problems.push(...(purpose === 'review' ? checkSources(rubric) : []), ...checkSum(rubric))
  problems.push(...checkBands(rubric.bands))
  if (!METHODS.includes(rubric.method)) problems.push({ pointer: '/method', problem: 'not_a_choice' })
  if (!MISSING_RULES.includes(rubric.missing)) problems.push({ pointer: '/missing', problem: 'not_a_choice' })
  const { gap, passLine } = rubric.disagreement
  if (!within(gap, 1, FULL_MARKS)) problems.push({ pointer: '/disagreement/gap', problem: 'not_in_100' })
  if (!within(passLine, 0, FULL_MARKS)) problems.push({ pointer: '/disagreement/passLine', problem: 'not_in_100' })
  return problems
}
