import type { Criterion, Rubric } from '@shixun/domain/quality/rubric'
import type { CallInput } from '../../call.ts'

export type { Criterion, Rubric }

/** Where a criterion stands: its place among its siblings, level by level. */
export type Path = readonly number[]

export const sources = ['expert', 'survey', 'metric', 'inspection', 'self'] as const
export const natures = ['score', 'bonus', 'deduction', 'veto'] as const
export const methods = ['mean', 'median', 'trimmed', 'severity_adjusted'] as const
export const missingRules = ['block', 'zero', 'reweight'] as const
/** Figures that delivery can be measured by. */
export const metrics = [
  'participation',
  'learning',
  'completion',
  'attendance',
  'hours_delivered',
  'satisfaction',
  'response_rate',
  'milestones_on_time',
  'budget_execution',
  'follow_up_3',
  'follow_up_6',
  'follow_up_12',
] as const

export function leavesOf(nodes: readonly Criterion[]): Criterion[] {
  return nodes.flatMap((node) => (node.kind === 'leaf' ? [node] : leavesOf(node.children ?? [])))
}

export function natureOf(leaf: Criterion): (typeof natures)[number] {
  return leaf.nature ?? 'score'
}

export function sourceOf(leaf: Criterion): (typeof sources)[number] {
  return leaf.source ?? 'expert'
}

/** What an expert fills in, in the order of the tree. */
export function expertLeavesOf(nodes: readonly Criterion[]): Criterion[] {
  return leavesOf(nodes).filter((leaf) => sourceOf(leaf) === 'expert')
}

/** Hundredths that the ordinary leaves below these criteria add up to. */
export function weightOf(nodes: readonly Criterion[]): number {
  return leavesOf(nodes).reduce((sum, leaf) => (natureOf(leaf) === 'score' ? sum + (leaf.max ?? 0) : sum), 0)
}

function edit(
  nodes: readonly Criterion[],
  path: Path,
  change: (siblings: Criterion[], at: number) => Criterion[],
): Criterion[] {
  const [at = 0, ...rest] = path
  if (rest.length === 0) return change([...nodes], at)
  return nodes.map((node, index) =>
    index === at ? { ...node, children: edit(node.children ?? [], rest, change) } : node,
  )
}

export function changeAt(nodes: readonly Criterion[], path: Path, change: Partial<Criterion>): Criterion[] {
  return edit(nodes, path, (siblings, at) =>
    siblings.map((node, index) => (index === at ? { ...node, ...change } : node)),
  )
}

export function removeAt(nodes: readonly Criterion[], path: Path): Criterion[] {
  return edit(nodes, path, (siblings, at) => siblings.filter((_, index) => index !== at))
}

/** Up (-1) or down (1) among its siblings; at the end it stays. */
export function moveAt(nodes: readonly Criterion[], path: Path, step: -1 | 1): Criterion[] {
  return edit(nodes, path, (siblings, at) => {
    const node = siblings[at]
    const other = siblings[at + step]
    if (!node || !other) return siblings
    return siblings.map((one, index) => (index === at ? other : index === at + step ? node : one))
  })
}

/** Behind the last child of the group at `path`; at the top when the path is empty. */
export function appendTo(nodes: readonly Criterion[], path: Path, node: Criterion): Criterion[] {
  if (path.length === 0) return [...nodes, node]
  return edit(nodes, path, (siblings, at) =>
    siblings.map((one, index) => (index === at ? { ...one, children: [...(one.children ?? []), node] } : one)),
  )
}

/** A key that no criterion of the tree has yet: people read titles, so keys are only counted. */
export function freshKey(nodes: readonly Criterion[], letter: 'g' | 'c'): string {
  const taken = new Set<string>()
  const walk = (list: readonly Criterion[]) => {
    for (const node of list) {
      taken.add(node.key)
      walk(node.children ?? [])
    }
  }
  walk(nodes)
  let number = 1
  while (taken.has(`${letter}${number}`)) number++
  return `${letter}${number}`
}

type WireBody = CallInput<'createRubric'>['body']['body']
type Wire = WireBody['criteria'][number]
type WireLeaf = Extract<Wire, { kind: 'leaf' }>
type WireGroup = Extract<Wire, { kind: 'group' }>

function wireLeaf({ key, title, help, max, source, nature, metric, vetoBy }: Criterion): WireLeaf {
  const veto = nature === 'veto'
  return {
    key,
    title,
    kind: 'leaf',
    ...(help ? { help } : {}),
    ...(veto || max === undefined ? {} : { max }),
    ...(source ? { source } : {}),
    ...(nature ? { nature } : {}),
    ...(source === 'metric' && metric ? { metric } : {}),
    ...(veto && vetoBy ? { vetoBy } : {}),
  }
}

/** The tree as the route takes it: three levels, a group without a figure of its own. */
export function wireBody(rubric: Rubric): WireBody {
  const group = ({ key, title, help }: Criterion) => ({ key, title, kind: 'group' as const, ...(help ? { help } : {}) })
  const second = (node: Criterion): WireGroup['children'][number] =>
    node.kind === 'leaf' ? wireLeaf(node) : { ...group(node), children: leavesOf(node.children ?? []).map(wireLeaf) }
  const first = (node: Criterion): Wire =>
    node.kind === 'leaf' ? wireLeaf(node) : { ...group(node), children: (node.children ?? []).map(second) }
  return { ...rubric, criteria: rubric.criteria.map(first) }
}
