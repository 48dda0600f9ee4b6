import type { Criterion, Rubric } from './rubric.ts'

/** A node of the tree with where it stands: `number` as people count it (`1.2.1`), `pointer` into the rubric, the titles above it. */
export type Placed = {
  node: Criterion
  number: string
  pointer: string
  path: readonly string[]
  parent: string | null
}

function placed(nodes: readonly Criterion[], above: Omit<Placed, 'node' | 'parent'>, parent: string | null): Placed[] {
  return nodes.flatMap((node, index) => {
    const here: Placed = {
      node,
      number: above.number === '' ? String(index + 1) : `${above.number}.${index + 1}`,
      pointer: `${above.pointer}/${index}`,
      path: above.path,
      parent,
    }
    const below = { number: here.number, pointer: `${here.pointer}/children`, path: [...above.path, node.title] }
    return [here, ...placed(node.children ?? [], below, node.key)]
  })
}

/** Every node, a group before what stands below it, with its number and pointer. */
export function placedNodes({ criteria }: Pick<Rubric, 'criteria'>): Placed[] {
  return placed(criteria, { number: '', pointer: '/criteria', path: [] }, null)
}

const MEMBERS: readonly [suffix: string, words: string][] = [
  ['/title', '名称'],
  ['/max', '满分'],
  ['/source', '来源'],
  ['/nature', '性质'],
  ['/metric', '监测指标'],
  ['/vetoBy', '否决方式'],
  ['/key', '代码'],
]
const SETTINGS: Readonly<Record<string, string>> = {
  '/title': '指标体系名称',
  '/criteria': '全部指标',
  '/method': '汇总方法',
  '/missing': '缺少数据时',
  '/disagreement/gap': '分差警戒',
  '/disagreement/passLine': '合格线',
  '/bands': '等次',
}

/** Where a problem of `checkRubric` stands, in words: `1.2 课程设计（满分）`. */
export function placeOf(rubric: Rubric, pointer: string): string {
  const setting = SETTINGS[pointer]
  if (setting !== undefined) return setting
  const band = /^\/bands\/(\d+)/.exec(pointer)
  if (band) {
    const { title } = rubric.bands[Number(band[1])] ?? { title: '' }
    return `等次“${title || '未命名'}”（第 ${Number(band[1]) + 1} 行）`
  }
  const found = placedNodes(rubric).findLast((one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`))
  if (!found) return '全部指标'
  const member = MEMBERS.find(([suffix]) => pointer === `${found.pointer}${suffix}`)
  return `${found.number} ${found.node.title || '未命名'}${member ? `（${member[1]}）` : ''}`
}
