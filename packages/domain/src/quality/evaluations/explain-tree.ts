import { add, formatRational, type Hundredths, parseRational, type Rational, roundHalfUp2, ZERO } from '../rational.ts'
import type { Criterion } from '../rubrics/rubric.ts'
import type { Derivation } from './evaluate.ts'
import type { LeafDerivation } from './evaluate-leaf.ts'

/**
 * A node of the rubric with what was got under it. `max` of a group: the maxima of its ordinary leaves, in hundredths; `exact` and
 * `points` sum its ordinary leaves that have a figure. `whole` is false where one of them has none.
 */
export type ExplainedNode = {
  key: string
  title: string
  kind: 'group' | 'leaf'
  max: Hundredths
  exact: string | null
  points: string | null
  whole: boolean
  leaf: LeafDerivation | null
  children: ExplainedNode[]
}

function asLeafNode(leaf: LeafDerivation): ExplainedNode {
  const { key, title, max, exact, rounded } = leaf
  return {
    key,
    title,
    kind: 'leaf',
    max: leaf.nature === 'veto' ? 0 : max,
    exact,
    points: rounded,
    whole: leaf.state === 'scored',
    leaf,
    children: [],
  }
}

function ordinaryBelow(node: ExplainedNode): ExplainedNode[] {
  if (node.leaf) return node.leaf.nature === 'score' ? [node] : []
  return node.children.flatMap(ordinaryBelow)
}

function asGroupNode({ key, title }: Criterion, children: ExplainedNode[]): ExplainedNode {
  const below = children.flatMap(ordinaryBelow)
  const figures = below.flatMap(({ exact }): Rational[] => {
    const figure = exact === null ? null : parseRational(exact)
    return figure === null ? [] : [figure]
  })
  const sum = figures.length === 0 ? null : figures.reduce(add, ZERO)
  return {
    key,
    title,
    kind: 'group',
    max: below.reduce((all, { max }) => all + max, 0),
    exact: sum === null ? null : formatRational(sum),
    points: sum === null ? null : roundHalfUp2(sum),
    whole: below.every((leaf) => leaf.whole),
    leaf: null,
    children,
  }
}

/** The rubric's tree with the points of a derivation; criteria that the derivation does not know are left out. */
export function explainTree(criteria: readonly Criterion[], derivation: Derivation): ExplainedNode[] {
  const known = new Map(derivation.leaves.map((leaf) => [leaf.key, leaf]))
  const walk = (nodes: readonly Criterion[]): ExplainedNode[] =>
    nodes.flatMap((node) => {
      if (node.kind === 'group') {
        const children = walk(node.children ?? [])
        return children.length === 0 ? [] : [asGroupNode(node, children)]
      }
      const leaf = known.get(node.key)
      return leaf ? [asLeafNode(leaf)] : []
    })
  return walk(criteria)
}
