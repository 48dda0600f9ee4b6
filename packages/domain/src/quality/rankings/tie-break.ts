import { type Criterion, type Leaf, leavesOf, type Rubric } from '../rubrics/rubric.ts'
import { exactColumn } from './exact-column.ts'
import type { TieRule } from './rank-column.ts'

/** The rule that prefers the application on which the experts agree better. */
const SMALLER_GAP = '@gap'

function find(nodes: readonly Criterion[], key: string): Criterion | null {
  for (const node of nodes) {
    const found = node.key === key ? node : find(node.children ?? [], key)
    if (found) return found
  }
  return null
}

/** Keys by which equal scores may be separated: groups and leaves that experts give ordinary points to, and the smaller gap. */
export function tieBreakKeys(rubric: Pick<Rubric, 'criteria'>): string[] {
  const keys = (nodes: readonly Criterion[]): string[] =>
    nodes.flatMap((node) => [
      ...(pointsBelow(node).length > 0 ? [node.key] : []),
      ...(node.kind === 'group' ? keys(node.children ?? []) : []),
    ])
  return [...keys(rubric.criteria), SMALLER_GAP]
}

/** The title of a rule's criterion; empty of the smaller gap and of a key that the rubric does not have. */
export function tieTitle(rubric: Pick<Rubric, 'criteria'>, key: string): string {
  return find(rubric.criteria, key)?.title ?? ''
}

function pointsBelow(node: Criterion): Leaf[] {
  return leavesOf([node]).filter(({ source, nature }) => source === 'expert' && nature === 'score')
}

/** Points per sheet and leaf, as `concludePanel` holds them, with the item of each sheet. */
export type TieGiven = {
  rubric: Rubric
  asked: readonly Leaf[]
  points: Int32Array
  item: Int32Array
  size: Int32Array
  gaps: Float64Array
}

/**
 * The rules as columns: of a criterion the sum of its points over the sheets of an item, divided exactly by their number; of
 * the gap the gap. A key that the rubric does not have says nothing and is left out.
 */
export function tieRules(keys: readonly string[], given: TieGiven): TieRule[] {
  return keys.flatMap((key): TieRule[] => {
    if (key === SMALLER_GAP) return [{ rule: key, prefer: 'lower', values: given.gaps }]
    const node = find(given.rubric.criteria, key)
    const wanted = new Set(node ? pointsBelow(node).map((leaf) => leaf.key) : [])
    if (wanted.size === 0) return []
    const sums = new Float64Array(given.size.length)
    given.asked.forEach((leaf, at) => {
      if (!wanted.has(leaf.key)) return
      for (let row = 0; row < given.item.length; row++) {
        const points = given.points[row * given.asked.length + at] ?? 0
        const on = given.item[row] ?? 0
        if (points > 0) sums[on] = (sums[on] ?? 0) + points
      }
    })
    const { num } = exactColumn(sums, given.size, 100n)
    return [{ rule: key, prefer: 'higher', values: Float64Array.from(num, Number) }]
  })
}
