import type { Hundredths } from '../rational.ts'
import { type Criterion, leavesOf, ordinaryMax, type Rubric } from './rubric.ts'
import { type Placed, placedNodes } from './rubric-place.ts'
import { tidyRubric } from './tidy-rubric.ts'

/** How a node stands in one of the two: its number there, the titles above it, and its points; of a group the sum below it. */
type Side = { number: string; path: readonly string[]; points: Hundredths | null; criterion: Criterion }

type Change = 'same' | 'changed' | 'moved' | 'added' | 'removed'

/**
 * One node of either rubric, known by its key. `moved`: it stands under another group or in another order among those of both;
 * `changed`: a member differs, listed in `members` (a moved node may have changed ones too).
 */
type NodeComparison = {
  key: string
  kind: 'group' | 'leaf'
  change: Change
  members: string[]
  before: Side | null
  after: Side | null
}

type SettingComparison = { member: string; before: unknown; after: unknown }
export type RubricComparison = { nodes: NodeComparison[]; settings: SettingComparison[] }

const MEMBERS = ['title', 'kind', 'max', 'source', 'nature', 'vetoBy', 'metric', 'help'] as const

function sideOf({ node, number, path }: Placed): Side {
  const { children: _, ...criterion } = node
  return { number, path, points: pointsOf(node), criterion }
}

function pointsOf(node: Criterion): Hundredths | null {
  if (node.kind === 'group') return ordinaryMax(leavesOf(node.children ?? []))
  return node.nature === 'veto' ? null : (node.max ?? null)
}

function membersOf(before: Criterion, after: Criterion): string[] {
  return MEMBERS.filter((member) => before[member] !== after[member])
}

/** The longest run of keys that both have in the same order: what is not in it was moved. Quadratic in a group's size, which is small. */
function inOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i]
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const kept = new Set<string>()
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const key = before[i]
    if (key !== undefined && key === after[j]) {
      kept.add(key)
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return kept
}

function groupsOf(nodes: readonly Placed[]): Map<string | null, string[]> {
  const groups = new Map<string | null, string[]>()
  for (const { node, parent } of nodes) groups.set(parent, [...(groups.get(parent) ?? []), node.key])
  return groups
}

/** Keys that stand under another group, or changed their order among the neighbours that stayed. */
function movedKeys(before: readonly Placed[], after: readonly Placed[]): Set<string> {
  const parents = new Map(before.map(({ node, parent }) => [node.key, parent]))
  const moved = new Set(
    after
      .filter(({ node, parent }) => parents.has(node.key) && parents.get(node.key) !== parent)
      .map((p) => p.node.key),
  )
  const old = groupsOf(before)
  for (const [parent, keys] of groupsOf(after)) {
    const stayed = (list: readonly string[]) => list.filter((key) => !moved.has(key))
    const was = stayed(old.get(parent) ?? [])
    const is = stayed(keys)
    const kept = inOrder(was, is)
    for (const key of is) if (was.includes(key) && !kept.has(key)) moved.add(key)
  }
  return moved
}

const settingsOf = ({ title, missing, method, disagreement, bands }: Rubric): Record<string, unknown> => ({
  title,
  method,
  missing,
  gap: disagreement.gap,
  passLine: disagreement.passLine,
  bands: bands.toSorted((a, b) => b.from - a.from),
})

/**
 * What became of every group and leaf between two versions, in the order of the newer one, what was removed behind its last
 * neighbour that is still there; and the settings that differ. Both are read as `tidyRubric` keeps them.
 */
export function compareRubrics(earlier: Rubric, later: Rubric): RubricComparison {
  const [one, other] = [tidyRubric(earlier), tidyRubric(later)]
  const before = placedNodes(one)
  const after = placedNodes(other)
  const old = new Map(before.map((place) => [place.node.key, place]))
  const now = new Set(after.map(({ node }) => node.key))
  const moved = movedKeys(before, after)
  const nodes = after.map((place): NodeComparison => {
    const { key, kind } = place.node
    const was = old.get(key)
    if (!was) return { key, kind, change: 'added', members: [], before: null, after: sideOf(place) }
    const members = membersOf(was.node, place.node)
    const change = moved.has(key) ? 'moved' : members.length > 0 ? 'changed' : 'same'
    return { key, kind, change, members, before: sideOf(was), after: sideOf(place) }
  })
  before.forEach((place, index) => {
    const { key, kind } = place.node
    if (now.has(key)) return
    const last = before.slice(0, index).findLast(({ node }) => nodes.some((row) => row.key === node.key))
    const at = last ? nodes.findIndex((row) => row.key === last.node.key) + 1 : 0
    nodes.splice(at, 0, { key, kind, change: 'removed', members: [], before: sideOf(place), after: null })
  })
  const [was, is] = [settingsOf(one), settingsOf(other)]
  const settings = Object.keys(is)
    .filter((member) => JSON.stringify(was[member]) !== JSON.stringify(is[member]))
    .map((member) => ({ member, before: was[member], after: is[member] }))
  return { nodes, settings }
}
