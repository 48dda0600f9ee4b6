import type { Hundredths } from '../rational.ts'

export type Source = 'expert' | 'survey' | 'metric' | 'inspection' | 'self'
export type Nature = 'score' | 'bonus' | 'deduction' | 'veto'
export type Method = 'mean' | 'median' | 'trimmed' | 'severity_adjusted'
export type MissingRule = 'block' | 'zero' | 'reweight'

/**
 * A node of the rubric. `max` in hundredths: of a `score` leaf its weight, of a `bonus` or `deduction` leaf its cap;
 * a `veto` leaf has none. A group's `max`, when given, is what the ordinary leaves below it have to add up to.
 * `source` is `expert` and `nature` is `score` unless said; a `survey` leaf reads `satisfaction` unless `metric` says otherwise. `vetoBy`: how many experts raise a veto (more than half unless said).
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

/** The node with the defaults of a leaf filled in. */
export function asLeaf(node: Criterion): Leaf {
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
