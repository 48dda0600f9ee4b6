import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import type { OutputOf } from '../../../call.ts'
import { Tag } from '../../../ui/tag.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { fixedPoints } from '../hundredths.ts'

type Node = OutputOf<'explainEvaluation'>['tree'][number]
type Leaf = Derivation['leaves'][number]

/** The contract leaves a leaf open: it is what the quality engine printed. */
const leafOf = (node: Node) => node.leaf as Leaf | null

function Bar({ points, max }: { points: string | null; max: number }) {
  const share = points === null || max === 0 ? 0 : Math.min(100, (Number(points) * 10_000) / max)
  return (
    <span class="score-bar" aria-hidden="true">
      <span style={{ width: `${share}%` }} />
    </span>
  )
}

function figureOf(node: Node, leaf: Leaf | null) {
  if (leaf?.nature === 'veto') {
    if (leaf.raised === null) return <Tag tone="amber">{t('evaluations.noFigure')}</Tag>
    return (
      <Tag tone={leaf.raised ? 'red' : 'green'}>{leaf.raised ? t('quality.vetoRaised') : t('quality.vetoClear')}</Tag>
    )
  }
  if (leaf?.state === 'missing_left_out') return <Tag>{t('evaluations.leftOut')}</Tag>
  if (leaf?.state === 'missing_zero') return <Tag>{t('evaluations.zero')}</Tag>
  if (node.points === null) return <Tag tone="amber">{t('evaluations.noFigure')}</Tag>
  if (leaf?.nature === 'bonus') return <b>+{node.points}</b>
  if (leaf?.nature === 'deduction') return <b>−{node.points}</b>
  return <b>{t('evaluations.of', { points: node.points, max: fixedPoints(node.max) })}</b>
}

function noteOf(leaf: Leaf | null, max: number): string {
  if (leaf === null || leaf.nature === 'veto') return ''
  const source = wordFor('source', leaf.source)
  if (leaf.nature === 'bonus') return `${source} · ${t('evaluations.bonus', { max: fixedPoints(max) })}`
  if (leaf.nature === 'deduction') return `${source} · ${t('evaluations.deduction', { max: fixedPoints(max) })}`
  return source
}

function Branch({ nodes }: { nodes: readonly Node[] }) {
  return (
    <ul class="score-tree">
      {nodes.map((node) => {
        const leaf = leafOf(node)
        const ordinary = leaf === null || leaf.nature === 'score'
        return (
          <li key={node.key}>
            <div class={`score-node${leaf === null ? ' score-group' : ''}`}>
              <span class="score-title">
                {node.title}
                <small>{noteOf(leaf, node.max)}</small>
              </span>
              {ordinary && node.max > 0 && <Bar points={node.points} max={node.max} />}
              <span class="score-figure">{figureOf(node, leaf)}</span>
            </div>
            {node.children.length > 0 && <Branch nodes={node.children as readonly Node[]} />}
          </li>
        )
      })}
    </ul>
  )
}

/** The rubric as a tree, each group and criterion with the points got of its maximum: the figure says what the bar shows. */
export function EvaluationTree({ tree }: { tree: readonly Node[] }) {
  return (
    <section class="card">
      <h2>{t('evaluations.tree')}</h2>
      <p class="muted">{t('evaluations.treeHelp')}</p>
      <Branch nodes={tree} />
    </section>
  )
}
