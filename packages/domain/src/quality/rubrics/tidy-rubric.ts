import { asLeaf, type Criterion, type Rubric } from './rubric.ts'

function tidyNode(node: Criterion): Criterion {
  const words = (node.help ?? '').replace(/\r\n?/g, '\n').trim()
  const help = words === '' ? {} : { help: words }
  const max = node.max === undefined ? {} : { max: node.max }
  const { key } = node
  const title = node.title.trim()
  if (node.kind === 'group')
    return { key, title, kind: 'group', ...max, ...help, children: tidyNodes(node.children ?? []) }
  const { source, nature } = asLeaf(node)
  const reads = source === 'metric' || source === 'survey'
  return {
    key,
    title,
    kind: 'leaf',
    ...max,
    source,
    nature,
    ...(nature === 'veto' ? { vetoBy: node.vetoBy ?? 'majority' } : {}),
    ...help,
    ...(reads && node.metric?.trim() ? { metric: node.metric.trim() } : {}),
    // What a leaf must not have stays for `checkRubric` to tell.
    ...(node.children?.length ? { children: tidyNodes(node.children) } : {}),
  }
}

function tidyNodes(nodes: readonly Criterion[]): Criterion[] {
  return nodes.map(tidyNode)
}

/**
 * The one way in which a rubric is kept: defaults of leaves written out, members that mean nothing there
 * left out. Two rubrics that say the same are equal afterwards, so that a file that goes out and comes back changes nothing.
 */
export function tidyRubric({ title, criteria, missing, bands, method, disagreement }: Rubric): Rubric {
  return {
    title: title.trim(),
    criteria: tidyNodes(criteria),
    missing,
    bands: bands.map(({ key, title: name, from }) => ({ key, title: name.trim(), from })),
    method,
    disagreement: { gap: disagreement.gap, passLine: disagreement.passLine },
  }
}
