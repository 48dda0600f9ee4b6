import type { Criterion, Rubric } from '@shixun/domain/quality/rubrics/rubric'
import type { CallInput } from '../../../call.ts'

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

/** Pointer of a criterion into its rubric. */
export function pointerOf(path: Path): string {
  return `/criteria/${path.join('/children/')}`
}

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

/** A key that no criterion of the tree has yet, and none of `more`: people read titles, so keys are only counted. */
export function freshKey(nodes: readonly Criterion[], letter: 'g' | 'c', more: readonly string[] = []): string {
  const taken = new Set<string>(more)
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

function wireNode(node: Criterion): Criterion {
  const { key, title, kind, help, max } = node
  const written = { key, title, kind, ...(help ? { help } : {}), ...(max === undefined ? {} : { max }) }
  if (kind === 'group') return { ...written, children: (node.children ?? []).map(wireNode) }
  const nature = natureOf(node)
  const source = sourceOf(node)
  const reads = source === 'metric' || source === 'survey'
  return {
    ...written,
    source,
    nature,
    ...(reads && node.metric ? { metric: node.metric } : {}),
    ...(nature === 'veto' ? { vetoBy: node.vetoBy ?? 'majority' } : {}),
  }
}

/** The rubric as the route takes it: the tree of the client may be deeper by its type alone. */
export function wireBody(rubric: Rubric): WireBody {
  return { ...rubric, criteria: rubric.criteria.map(wireNode) } as WireBody
}
