import { type Criterion, freshKey, type Path, removeAt } from './rubric-tree.ts'

/** Levels that a tree has at most, leaves included. */
export const deepest = 4

/** A tree after a move, and where the criterion that was moved or made now stands; null when the move cannot be made. */
export type Moved = { criteria: Criterion[]; path: Path } | null

function siblingsOf(nodes: readonly Criterion[], path: Path): readonly Criterion[] {
  return path.slice(0, -1).reduce<readonly Criterion[]>((list, at) => list[at]?.children ?? [], nodes)
}

function nodeAt(nodes: readonly Criterion[], path: Path): Criterion | undefined {
  return path.length === 0 ? undefined : siblingsOf(nodes, path)[path[path.length - 1] ?? 0]
}

/** Where the criterion with this key stands; null when there is none. */
export function pathOf(nodes: readonly Criterion[], key: string): Path | null {
  for (const [at, node] of nodes.entries()) {
    if (node.key === key) return [at]
    const below = pathOf(node.children ?? [], key)
    if (below) return [at, ...below]
  }
  return null
}

/** Every key in the order in which the rows stand. */
export function keysOf(nodes: readonly Criterion[]): string[] {
  return nodes.flatMap((node) => [node.key, ...keysOf(node.children ?? [])])
}

function heightOf(node: Criterion): number {
  return 1 + Math.max(0, ...(node.children ?? []).map(heightOf))
}

function put(nodes: readonly Criterion[], path: Path, node: Criterion): Criterion[] {
  const [at = 0, ...rest] = path
  if (rest.length === 0) return [...nodes.slice(0, at), node, ...nodes.slice(at)]
  return nodes.map((one, index) => (index === at ? { ...one, children: put(one.children ?? [], rest, node) } : one))
}

/** Puts a criterion where `path` says; what stood there follows it. Null below the last level. */
export function insertAt(nodes: readonly Criterion[], path: Path, node: Criterion): Moved {
  return path.length + heightOf(node) - 1 > deepest ? null : { criteria: put(nodes, path, node), path }
}

function step(path: Path, by: number): Path {
  return [...path.slice(0, -1), (path[path.length - 1] ?? 0) + by]
}

/** Up (-1) or down (1) among its siblings; null at the end. */
export function moveAt(nodes: readonly Criterion[], path: Path, by: -1 | 1): Moved {
  const node = nodeAt(nodes, path)
  const goal = step(path, by)
  if (!node || !nodeAt(nodes, goal)) return null
  return insertAt(removeAt(nodes, path), goal, node)
}

/** 降级: into the group before it, as its last; null when no group stands before it or the tree would be too deep. */
export function indentAt(nodes: readonly Criterion[], path: Path): Moved {
  const node = nodeAt(nodes, path)
  const before = step(path, -1)
  const group = (path[path.length - 1] ?? 0) > 0 ? nodeAt(nodes, before) : undefined
  if (!node || group?.kind !== 'group') return null
  return insertAt(removeAt(nodes, path), [...before, group.children?.length ?? 0], node)
}

/** 升级: out of its group, behind it; null at the top. */
export function outdentAt(nodes: readonly Criterion[], path: Path): Moved {
  const node = nodeAt(nodes, path)
  if (!node || path.length < 2) return null
  return insertAt(removeAt(nodes, path), step(path.slice(0, -1), 1), node)
}

function withFreshKeys(nodes: readonly Criterion[], node: Criterion, taken: string[]): Criterion {
  const key = freshKey(nodes, node.kind === 'group' ? 'g' : 'c', taken)
  taken.push(key)
  const { children } = node
  return { ...node, key, ...(children ? { children: children.map((one) => withFreshKeys(nodes, one, taken)) } : {}) }
}

/** A copy behind it, with keys of its own all the way down. */
export function duplicateAt(nodes: readonly Criterion[], path: Path): Moved {
  const node = nodeAt(nodes, path)
  return node ? insertAt(nodes, step(path, 1), withFreshKeys(nodes, node, [])) : null
}

/** The row that is looked at when this one is gone: the next one, or the one before. */
export function neighbourOf(nodes: readonly Criterion[], path: Path): string | null {
  const node = nodeAt(nodes, path)
  if (!node) return null
  const gone = new Set(keysOf([node]))
  const keys = keysOf(nodes)
  const at = keys.indexOf(node.key)
  return keys.slice(at).find((key) => !gone.has(key)) ?? keys[at - 1] ?? null
}

/** A new criterion under the current one: into a group as its first, behind a leaf; at the end when there is none. */
export function addBelow(nodes: readonly Criterion[], current: Path | null, kind: Criterion['kind']): Moved {
  const node: Criterion = {
    key: freshKey(nodes, kind === 'group' ? 'g' : 'c'),
    title: '',
    kind,
    ...(kind === 'group' ? { children: [] } : {}),
  }
  const at = current === null ? undefined : nodeAt(nodes, current)
  if (current === null || !at) return insertAt(nodes, [nodes.length], node)
  const inside = at.kind === 'group' ? insertAt(nodes, [...current, 0], node) : null
  return inside ?? insertAt(nodes, step(current, 1), node)
}
