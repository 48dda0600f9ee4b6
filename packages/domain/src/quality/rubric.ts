import type { FieldProblem } from '../shared/result.ts'
import type { Hundredths } from './rational.ts'

export type Source = 'expert' | 'survey' | 'metric' | 'inspection' | 'self'
export type Nature = 'score' | 'bonus' | 'deduction' | 'veto'
export type Method = 'mean' | 'median' | 'trimmed' | 'severity_adjusted'
export type MissingRule = 'block' | 'zero' | 'reweight'

/**
 * A node of the rubric. `max` in hundredths: of a `score` leaf its weight, of a `bonus` or `deduction` leaf its cap;
 * a `veto` leaf has none. A group's `max`, when given, is the sum of the ordinary leaves below it.
 * `source` is `expert` and `nature` is `score` unless said. `vetoBy`: how many experts raise a veto (more than half unless said).
 */
export type Criterion = {
  key: string
  title: string
  kind: 'group' | 'leaf'
  max?: Hundredths | undefined
  source?: Source | undefined
  nature?: Nature | undefined
  vetoBy?: 'any' | 'majority' | undefined
  help?: string | undefined
  metric?: string | undefined
  children?: Criterion[] | undefined
}

/** From `from` hundredths upwards a total carries this band. */
export type Band = { key: string; title: string; from: Hundredths }

/** `gap` and `passLine` in hundredths of the scale of 100. */
export type Disagreement = { gap: Hundredths; passLine: Hundredths }

export type Rubric = {
  title: string
  criteria: Criterion[]
  missing: MissingRule
  bands: Band[]
  method: Method
  disagreement: Disagreement
}

/** A leaf with its defaults filled in; `max` is 0 for a veto. */
export type Leaf = Criterion & { kind: 'leaf'; max: Hundredths; source: Source; nature: Nature }

export const FULL_MARKS: Hundredths = 10000
export const SOURCES: readonly Source[] = ['expert', 'survey', 'metric', 'inspection', 'self']
export const NATURES: readonly Nature[] = ['score', 'bonus', 'deduction', 'veto']
export const METHODS: readonly Method[] = ['mean', 'median', 'trimmed', 'severity_adjusted']
export const MISSING_RULES: readonly MissingRule[] = ['block', 'zero', 'reweight']

export const DEFAULT_BANDS: Band[] = [
  { key: 'excellent', title: '优秀', from: 9000 },
  { key: 'good', title: '良好', from: 8000 },
  { key: 'pass', title: '合格', from: 6000 },
  { key: 'fail', title: '不合格', from: 0 },
]

/** A gap of 30 points calls an extra expert unless both sheets are under 60. */
export const DEFAULT_DISAGREEMENT: Disagreement = { gap: 3000, passLine: 6000 }

const MAX_DEPTH = 8
const MAX_LEAVES = 500
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/

function asLeaf(node: Criterion): Leaf {
  return { ...node, kind: 'leaf', max: node.max ?? 0, source: node.source ?? 'expert', nature: node.nature ?? 'score' }
}

/** Every leaf below the given nodes, in the order of the tree. */
export function leavesOf(nodes: readonly Criterion[]): Leaf[] {
  return nodes.flatMap((node) => (node.kind === 'leaf' ? [asLeaf(node)] : leavesOf(node.children ?? [])))
}

export function leaves(rubric: Rubric): Leaf[] {
  return leavesOf(rubric.criteria)
}

/** The leaves an expert fills in: bonus, deduction and veto leaves with source `expert` included. */
export function expertLeaves(rubric: Rubric): Leaf[] {
  return leaves(rubric).filter((leaf) => leaf.source === 'expert')
}

/** Sum of the maxima of the ordinary leaves, in hundredths. */
export function ordinaryMax(list: readonly Leaf[]): Hundredths {
  return list.reduce((total, leaf) => (leaf.nature === 'score' ? total + leaf.max : total), 0)
}

function within(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && Number.isSafeInteger(value) && value >= low && value <= high
}

function checkLeaf(node: Criterion, at: string): FieldProblem[] {
  const problems: FieldProblem[] = []
  const leaf = asLeaf(node)
  if (node.children?.length) problems.push({ pointer: `${at}/children`, problem: 'leaf_has_children' })
  if (!SOURCES.includes(leaf.source)) problems.push({ pointer: `${at}/source`, problem: 'not_a_choice' })
  if (!NATURES.includes(leaf.nature)) problems.push({ pointer: `${at}/nature`, problem: 'not_a_choice' })
  if (leaf.nature === 'veto') {
    if (node.max !== undefined) problems.push({ pointer: `${at}/max`, problem: 'veto_has_no_max' })
  } else if (node.max === undefined) {
    problems.push({ pointer: `${at}/max`, problem: leaf.nature === 'score' ? 'required' : 'cap_required' })
  } else if (!within(node.max, 1, FULL_MARKS)) {
    problems.push({ pointer: `${at}/max`, problem: 'out_of_range', limit: FULL_MARKS })
  } else if (leaf.source === 'expert' && node.max % 50 !== 0) {
    problems.push({ pointer: `${at}/max`, problem: 'not_half_point', limit: 50 })
  }
  if (leaf.source === 'metric' && !node.metric?.trim()) problems.push({ pointer: `${at}/metric`, problem: 'required' })
  return problems
}

function checkNodes(nodes: readonly Criterion[], at: string, depth: number, keys: Set<string>): FieldProblem[] {
  if (depth > MAX_DEPTH) return [{ pointer: at, problem: 'too_deep', limit: MAX_DEPTH }]
  return nodes.flatMap((node, index) => {
    const here = `${at}/${index}`
    const problems: FieldProblem[] = []
    if (!KEY.test(node.key)) problems.push({ pointer: `${here}/key`, problem: 'wrong_format' })
    else if (keys.has(node.key)) problems.push({ pointer: `${here}/key`, problem: 'duplicate' })
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
      problems.push({ pointer: `${here}/max`, problem: 'group_sum', limit: total })
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
    if (!within(band.from, 0, FULL_MARKS)) {
      problems.push({ pointer: `${at}/from`, problem: 'out_of_range', limit: FULL_MARKS })
    } else if (earlier.some((b) => b.from === band.from)) {
      problems.push({ pointer: `${at}/from`, problem: 'duplicate' })
    }
  })
  if (!bands.some((band) => band.from === 0)) problems.push({ pointer: '/bands', problem: 'no_band_from_zero' })
  return problems
}

/**
 * What keeps a rubric from being published; empty when sound. Pointers are into the rubric.
 * `leaves_must_sum_to_100` carries in `limit` the sum found, in hundredths.
 */
export function checkRubric(rubric: Rubric): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!rubric.title.trim()) problems.push({ pointer: '/title', problem: 'required' })
  if (!METHODS.includes(rubric.method)) problems.push({ pointer: '/method', problem: 'not_a_choice' })
  if (!MISSING_RULES.includes(rubric.missing)) problems.push({ pointer: '/missing', problem: 'not_a_choice' })
  const tree = checkNodes(rubric.criteria, '/criteria', 1, new Set())
  problems.push(...tree)
  if (rubric.criteria.length === 0) problems.push({ pointer: '/criteria', problem: 'required' })
  else if (!tree.some((p) => p.problem === 'too_deep')) {
    const all = leaves(rubric)
    const total = ordinaryMax(all)
    if (all.length > MAX_LEAVES) problems.push({ pointer: '/criteria', problem: 'too_many', limit: MAX_LEAVES })
    if (total !== FULL_MARKS) {
      problems.push({
        pointer: '/criteria',
        problem: 'leaves_must_sum_to_100',
        limit: Number.isFinite(total) ? total : 0,
      })
    }
  }
  problems.push(...checkBands(rubric.bands))
  const { gap, passLine } = rubric.disagreement
  if (!within(gap, 1, FULL_MARKS))
    problems.push({ pointer: '/disagreement/gap', problem: 'out_of_range', limit: FULL_MARKS })
  if (!within(passLine, 0, FULL_MARKS)) {
    problems.push({ pointer: '/disagreement/passLine', problem: 'out_of_range', limit: FULL_MARKS })
  }
  return problems
}

/** The band of a rounded total, by the highest `from` it reaches; null when no band starts low enough. */
export function bandOf(bands: readonly Band[], total: Hundredths): Band | null {
  return bands.reduce<Band | null>(
    (best, band) => (band.from <= total && (best === null || band.from > best.from) ? band : best),
    null,
  )
}

/** The band a veto forces. */
export function lowestBand(bands: readonly Band[]): Band | null {
  return bands.reduce<Band | null>((low, band) => (low === null || band.from < low.from ? band : low), null)
}
